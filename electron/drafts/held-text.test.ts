import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextEdit } from '../../core/contract/text.ts';
import { sumOf, sumValue } from '../../core/post/text-sum.ts';
import { HeldText } from './held-text.ts';

/** The same by the plainest means. */
const edited = (text: string, edits: readonly TextEdit[]): string =>
  edits.reduceRight((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);

const wishes = fc.array(
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      gone: fc.integer({ min: 0, max: 70_000 }),
      insert: fc.oneof(
        fc.string({ maxLength: 20 }),
        fc.integer({ min: 0, max: 90_000 }).map((length) => '雨'.repeat(length)),
      ),
    }),
    { maxLength: 4 },
  ),
  { maxLength: 12 },
);

/** Edits in order and apart, in a text of this length. */
function apart(length: number, batch: readonly { at: number; gone: number; insert: string }[]): TextEdit[] {
  const starts = batch.map(({ at }) => Math.floor(at * length)).toSorted((a, b) => a - b);
  return batch.map(({ gone, insert }, index) => {
    const from = starts[index] ?? 0;
    return { from, to: Math.min(from + gone, starts[index + 1] ?? length), insert };
  });
}

test('a held text is the text that the edits make, whatever its parts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200_000 }), wishes, (size, batches) => {
      let text = Array.from({ length: Math.ceil(size / 10) }, (_, index) => String(index).padStart(10)).join(
        '',
      );
      const held = new HeldText(text);
      for (const batch of batches) {
        const edits = apart(text.length, batch);
        text = edited(text, edits);
        held.edit(edits);
        expect(held.length).toBe(text.length);
        expect(held.sum).toBe(sumValue(sumOf(text)));
      }
      expect(held.toString() === text).toBe(true);
    }),
    { numRuns: 60 },
  );
});
