import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextEdit } from '../../core/contract/text.ts';
import { mirrored } from './mirrored.ts';

const textOf = (text: string): Text => Text.of(text.split('\n'));

/** A text, and edits of it in their order. */
const edited = fc
  .tuple(
    fc.string({ unit: fc.constantFrom('a', '字', '\n', '😀') }),
    fc.array(fc.nat({ max: 40 }), { maxLength: 8 }),
  )
  .map(([text, numbers]) => {
    const places = numbers.map((number) => Math.min(number, text.length)).toSorted((a, b) => a - b);
    const edits: TextEdit[] = [];
    for (let index = 0; index + 1 < places.length; index += 2)
      edits.push({ from: places[index] ?? 0, to: places[index + 1] ?? 0, insert: `+${index}\n` });
    return { text, edits };
  });

const spliced = (text: string, edits: readonly TextEdit[]): string =>
  edits.reduceRight((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);

test('a copy that is told the edits is the text', () => {
  fc.assert(
    fc.property(edited, ({ text, edits }) => {
      const after = spliced(text, edits);
      expect(mirrored(textOf(text), edits, after.length)?.toString()).toBe(after);
    }),
  );
});

test('a copy of another text says so', () => {
  expect(mirrored(textOf('short'), [{ from: 8, to: 9, insert: '' }], 8)).toBeUndefined();
  expect(mirrored(textOf('one'), [{ from: 0, to: 0, insert: 'x' }], 6)).toBeUndefined();
});
