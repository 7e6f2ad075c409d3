import { EditorSelection, type EditorState, type SelectionRange, type StateCommand } from '@codemirror/state';
import { Direction, type Command, type EditorView, type KeyBinding } from '@codemirror/view';
import { wordEnd, wordStart } from './words.ts';

/** The place a word further on or back from `at`, across the ends of lines. */
function wordTarget(state: EditorState, at: number, forward: boolean): number {
  let line = state.doc.lineAt(at);
  let offset = at - line.from;
  for (;;) {
    const rest = forward ? line.text.slice(offset) : line.text.slice(0, offset);
    if (/\S/u.test(rest)) return line.from + (forward ? wordEnd : wordStart)(line.text, offset);
    const next = line.number + (forward ? 1 : -1);
    if (next < 1 || next > state.doc.lines) return forward ? line.to : line.from;
    line = state.doc.line(next);
    offset = forward ? 0 : line.length;
  }
}

function moveTo(view: EditorView, move: (range: SelectionRange) => SelectionRange): boolean {
  const selection = EditorSelection.create(
    view.state.selection.ranges.map(move),
    view.state.selection.mainIndex,
  );
  if (!selection.eq(view.state.selection))
    view.dispatch({ selection, scrollIntoView: true, userEvent: 'select' });
  return true;
}

const isForward = (view: EditorView, at: number, key: 'left' | 'right'): boolean =>
  (view.textDirectionAt(at) === Direction.LTR) === (key === 'right');

const moveWord =
  (key: 'left' | 'right'): Command =>
  (view) =>
    moveTo(view, ({ head }) =>
      EditorSelection.cursor(wordTarget(view.state, head, isForward(view, head, key))),
    );

const selectWord =
  (key: 'left' | 'right'): Command =>
  (view) =>
    moveTo(view, ({ anchor, head }) =>
      EditorSelection.range(anchor, wordTarget(view.state, head, isForward(view, head, key))),
    );

/** Deletes to the word's end or start, or the selection; at the end of a line only the line break. */
function deleteWord(forward: boolean): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const edit = state.changeByRange((range) => {
      let { from, to } = range;
      if (range.empty) {
        const line = state.doc.lineAt(from);
        if (from === (forward ? line.to : line.from)) {
          if (forward) to = Math.min(state.doc.length, to + 1);
          else from = Math.max(0, from - 1);
        } else if (forward) to = Math.min(line.to, wordTarget(state, to, true));
        else from = Math.max(line.from, wordTarget(state, from, false));
      }
      return { range: EditorSelection.cursor(from), changes: { from, to } };
    });
    const userEvent = forward ? 'delete.forward' : 'delete.backward';
    if (!edit.changes.empty) dispatch(state.update(edit, { scrollIntoView: true, userEvent }));
    return true;
  };
}

export const deleteWordBackward = deleteWord(false);
export const deleteWordForward = deleteWord(true);

/** Movement by words, Japanese ones too. Goes before CodeMirror's keys, which take a whole run of Japanese for one word. */
export const wordKeys: readonly KeyBinding[] = [
  {
    key: 'Mod-ArrowLeft',
    mac: 'Alt-ArrowLeft',
    run: moveWord('left'),
    shift: selectWord('left'),
    preventDefault: true,
  },
  {
    key: 'Mod-ArrowRight',
    mac: 'Alt-ArrowRight',
    run: moveWord('right'),
    shift: selectWord('right'),
    preventDefault: true,
  },
  { key: 'Mod-Backspace', mac: 'Alt-Backspace', run: deleteWordBackward, preventDefault: true },
  { key: 'Mod-Delete', mac: 'Alt-Delete', run: deleteWordForward, preventDefault: true },
];
