import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeAfter } from './since.ts';

const edit = fc.record({ from: fc.nat(30), length: fc.nat(5), insert: fc.string({ maxLength: 4 }) });

test('a place that no edit touched holds the same text afterwards', () => {
  fc.assert(
    fc.property(
      fc.nat(20),
      fc.integer({ min: 1, max: 8 }),
      fc.array(edit, { maxLength: 6 }),
      (from, length, edits) => {
        let text = 'abcdefghijklmnopqrstuvwxyz0123456789';
        const words = text.slice(from, from + length);
        const batches = edits.map((one) => {
          const at = Math.min(one.from, text.length);
          const to = Math.min(text.length, at + one.length);
          text = text.slice(0, at) + one.insert + text.slice(to);
          return [{ from: at, to, insert: one.insert }];
        });
        const place = placeAfter({ from, to: from + length }, batches);
        if (place !== undefined) expect(text.slice(place.from, place.to)).toBe(words);
      },
    ),
  );
});

test('of several edits of one batch, all count in the text before', () => {
  const batch = [
    { from: 0, to: 1, insert: 'xyz' },
    { from: 2, to: 2, insert: '!' },
  ];
  expect(placeAfter({ from: 4, to: 6 }, [batch])).toEqual({ from: 7, to: 9 });
  expect(placeAfter({ from: 0, to: 3 }, [batch])).toBeUndefined();
});
