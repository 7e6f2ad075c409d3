import { EditorSelection, type EditorState, type SelectionRange, type StateCommand } from '@codemirror/state';
import type { TextEdit } from '../../../core/contract/text.ts';
import { wordAround } from '../words.ts';
import { enclosing } from './enclosing.ts';
import { inProse } from './prose.ts';

const address = /^(?:https?:\/\/|mailto:|www\.)\S+$/u;

/** A destination that Markdown reads whole. */
function destination(url: string): string {
  const full = url.startsWith('www.') ? `https://${url}` : url;
  return /[()\s]/u.test(full) ? `<${full}>` : full;
}

function linkOf(state: EditorState, range: SelectionRange): { range: SelectionRange; changes?: TextEdit } {
  const { from, to } = range;
  const inside = enclosing(state, from, to, 'Link', 'Image');
  const url = inside?.getChild('URL');
  // In a link, its address is what an author wants to change.
  if (url) return { range: EditorSelection.range(url.from, url.to) };
  const text = state.sliceDoc(from, to);
  if (address.test(text)) {
    return {
      changes: { from, to, insert: `[](${destination(text)})` },
      range: EditorSelection.cursor(from + 1),
    };
  }
  if (!range.empty) {
    const insert = `[${text}]()`;
    return { changes: { from, to, insert }, range: EditorSelection.cursor(from + insert.length - 1) };
  }
  const line = state.doc.lineAt(from);
  const word = wordAround(line.text, from - line.from);
  if (word === undefined)
    return { changes: { from, to, insert: '[]()' }, range: EditorSelection.cursor(from + 1) };
  const start = line.from + word.from;
  const insert = `[${line.text.slice(word.from, word.to)}]()`;
  return {
    changes: { from: start, to: line.from + word.to, insert },
    range: EditorSelection.cursor(start + insert.length - 1),
  };
}

/**
 * Makes the selection (or the word at the caret) a link and asks for its address, or for its text when an address is
 * selected; in a link, selects the address.
 */
export const link: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly || !inProse(state, state.selection.main.head)) return false;
  const spec = state.changeByRange((range) => linkOf(state, range));
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }));
  return true;
};
