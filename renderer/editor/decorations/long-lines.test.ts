import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hiddenIn, longLines } from './long-lines.ts';

test('the data of an image in the text is hidden, what is around it is not', () => {
  const bytes = 'iVBORw0KGgo/+='.repeat(1_000_000);
  const line = `![a](data:image/png;base64,${bytes}) and ![b](data:image/gif;base64,R0lGOD==) <img src="data:image/png;base64,${bytes}">`;
  const spans = hiddenIn(line);
  expect(spans.map(({ from, to }) => line.slice(from, to) === bytes)).toEqual([true, true]);
  expect(line.slice(0, spans[0]?.from)).toBe('![a](data:image/png;base64,');
  expect(line.slice(spans[1]?.to)).toBe('">');
});

test('of a line of megabytes both ends are shown, any other is shown whole', () => {
  expect(hiddenIn('あ'.repeat(5_000_000))).toEqual([{ from: 50_000, to: 4_950_000 }]);
  expect(hiddenIn('あ'.repeat(200_000))).toEqual([]);
  expect(hiddenIn('![a](data:image/gif;base64,R0lGOD==)')).toEqual([]);
  expect(hiddenIn(';base64,'.repeat(10_000))).toEqual([]);
});

const hiddenOf = (state: EditorState): readonly (readonly [number, number])[] => {
  const found: [number, number][] = [];
  for (const ranges of state.facet(EditorView.decorations))
    if (typeof ranges !== 'function')
      ranges.between(0, state.doc.length, (from, to) => void found.push([from, to]));
  return found;
};

test('after any edits what is hidden is what a fresh look at the text would hide', () => {
  const piece = fc.constantFrom(
    'a',
    '\n',
    'text\n\n',
    'x'.repeat(210_000),
    `;base64,${'A'.repeat(2500)}`,
    'あ)',
  );
  const edit = fc.record({ at: fc.nat(), length: fc.oneof(fc.nat(5), fc.nat(300_000)), insert: piece });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.array(edit, { maxLength: 12 }), (pieces, edits) => {
      let state = EditorState.create({ doc: pieces.join(''), extensions: longLines });
      for (const { at, length, insert } of edits) {
        const from = at % (state.doc.length + 1);
        const to = Math.min(state.doc.length, from + length);
        state = state.update({ changes: { from, to, insert } }).state;
        expect(hiddenOf(state)).toEqual(
          hiddenOf(EditorState.create({ doc: state.doc, extensions: longLines })),
        );
      }
    }),
    { numRuns: 60 },
  );
});
