import { indentLess, indentMore } from '@codemirror/commands';
import { indentUnit } from '@codemirror/language';
import { countColumn, EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';
import { changesOf, listTransaction, outermost, selectedLists } from './list-edit.ts';
import { indentItem, outdentItem } from './list-moves.ts';
import { inProse } from './prose.ts';

/** Moves the items of the selection, with what is in them. False when the selection is in no list. */
function moveItems(
  state: EditorState,
  dispatch: Parameters<StateCommand>[0]['dispatch'],
  inwards: boolean,
): boolean {
  const lists = selectedLists(state);
  if (lists.length === 0 || !inProse(state, state.selection.main.head)) return false;
  const specs = lists.flatMap(({ region, items }) =>
    changesOf(state, region, () => {
      for (const item of outermost(items)) (inwards ? indentItem : outdentItem)(region, item);
    }),
  );
  const userEvent = inwards ? 'input.indent' : 'delete.dedent';
  if (specs.length > 0) dispatch(state.update(listTransaction(state, specs, userEvent)));
  return true;
}

/** Spaces up to the next stop at the caret. */
function insertIndent(state: EditorState, dispatch: Parameters<StateCommand>[0]['dispatch']): void {
  const unit = state.facet(indentUnit).length;
  const spec = state.changeByRange((range) => {
    const line = state.doc.lineAt(range.from);
    const column = countColumn(line.text, state.tabSize, range.from - line.from);
    const insert = ' '.repeat(unit - (column % unit));
    return {
      changes: { from: range.from, insert },
      range: EditorSelection.cursor(range.from + insert.length),
    };
  });
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input' }));
}

/** Tab: moves list items inwards; elsewhere indents the selected lines, or puts spaces at the caret. */
export const indent: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  if (moveItems(state, dispatch, true)) return true;
  if (state.selection.ranges.some((range) => !range.empty)) return indentMore({ state, dispatch });
  insertIndent(state, dispatch);
  return true;
};

/** Shift-Tab: moves list items outwards; elsewhere takes indentation away. */
export const outdent: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  if (!moveItems(state, dispatch, false)) indentLess({ state, dispatch });
  return true;
};
