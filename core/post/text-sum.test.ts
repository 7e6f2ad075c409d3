import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySum, joinedSum, sumOf, sumValue } from './text-sum.ts';

const valueOf = (...pieces: readonly string[]): number =>
  sumValue(pieces.map(sumOf).reduce(joinedSum, emptySum));

test('the sum of a text does not depend on how it was cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, one, other) => {
      const [first = 0, second = 0] = [one, other]
        .map((at) => at % (text.length + 1))
        .toSorted((a, b) => a - b);
      const pieces = [text.slice(0, first), text.slice(first, second), text.slice(second)];
      expect(valueOf(...pieces)).toBe(valueOf(text));
      expect(Number.isSafeInteger(valueOf(text))).toBe(true);
    }),
  );
});

test('another character, another place or another length gives another sum', () => {
  const text = '雨が降る。The rain came down.\n';
  const sums = new Set<number>([valueOf(text), valueOf(`${text}\0`), valueOf(`\0${text}`), valueOf('')]);
  for (let at = 0; at < text.length; at++) {
    sums.add(valueOf(`${text.slice(0, at)}\u{fffd}${text.slice(at + 1)}`));
    sums.add(valueOf(text.slice(0, at) + text.slice(at + 1) + text.charAt(at)));
  }
  // Moving the last character to the end changes nothing.
  expect(sums.size).toBe(4 + 2 * text.length - 1);
});
