import { selectNextOccurrence } from '@codemirror/search';
import { EditorSelection, type StateCommand } from '@codemirror/state';
import { wordAt } from '../words.ts';

/** Selects the word at the caret, and with each further call the next place where the selected text stands. */
export const nextOccurrence: StateCommand = ({ state, dispatch }) => {
  const { ranges } = state.selection;
  if (ranges.every((range) => !range.empty)) return selectNextOccurrence({ state, dispatch });
  const words = ranges.map((range) => {
    const line = state.doc.lineAt(range.head);
    const word = range.empty ? wordAt(line.text, range.head - line.from, 1) : undefined;
    return word === undefined ? range : EditorSelection.range(line.from + word.from, line.from + word.to);
  });
  dispatch(
    state.update({
      selection: EditorSelection.create(words, state.selection.mainIndex),
      userEvent: 'select',
    }),
  );
  return true;
};
