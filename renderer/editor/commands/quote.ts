import type { StateCommand } from '@codemirror/state';
import type { TextEdit } from '../../../core/contract/text.ts';
import { linesOf, listTransaction } from './list-edit.ts';

const mark = /^[ \t]{0,3}>[ \t]?/u;

/** Quotes the selected lines, blank ones between them too; takes one level away when all of them are quoted. */
export const quote: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const numbers = new Set<number>();
  for (const range of state.selection.ranges) {
    const { first, last } = linesOf(state, range);
    for (let number = first; number <= last; number += 1) numbers.add(number);
  }
  const lines = [...numbers].map((number) => state.doc.line(number));
  const texts = lines.filter(({ text }) => text.trim() !== '');
  const quoted = texts.length > 0 && texts.every(({ text }) => mark.test(text));
  const changes = lines.flatMap(({ from, text }): TextEdit[] => {
    if (quoted) return [{ from, to: from + (mark.exec(text)?.[0].length ?? 0), insert: '' }];
    return [{ from, to: from, insert: text === '' && lines.length > 1 ? '>' : '> ' }];
  });
  dispatch(state.update(listTransaction(state, changes, 'input.format')));
  return true;
};
