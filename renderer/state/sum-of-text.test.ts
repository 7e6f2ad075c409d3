import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textSource } from '../../core/post/text-source.ts';
import { sumOf, sumValue } from '../../core/post/text-sum.ts';
import { sumOfText } from './sum-of-text.ts';

test('the sum of an edited text is that of its characters, whatever parts it is made of', async () => {
  const edits = fc.array(fc.record({ from: fc.nat(), length: fc.nat(400), insert: fc.string() }), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), edits, async (lines, changes) => {
      let text = Text.of(Array.from({ length: lines }, (_, line) => `${String(line)} 雨が降る`));
      for (const { from, length, insert } of changes) {
        const start = from % (text.length + 1);
        const end = Math.min(text.length, start + length);
        text = text.replace(start, end, Text.of(insert.split('\n')));
        expect(await sumOfText(text)).toBe(sumValue(sumOf(text.toString())));
      }
      expect(await sumOfText(textSource(text.toString()))).toBe(await sumOfText(text));
    }),
    { numRuns: 50 },
  );
});
