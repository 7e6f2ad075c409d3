import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextSum } from './text-sum.ts';

const sumOf = (...pieces: readonly string[]): number =>
  pieces.reduce((sum, piece) => sum.add(piece), new TextSum()).value;

test('the sum of a text does not depend on how it was cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
      const cut = text.length === 0 ? 0 : at % text.length;
      expect(sumOf(text.slice(0, cut), text.slice(cut))).toBe(sumOf(text));
      expect(Number.isSafeInteger(sumOf(text))).toBe(true);
    }),
  );
});

test('another character, another place or another length gives another sum', () => {
  const text = '雨が降る。The rain came down.\n';
  const sums = new Set<number>([sumOf(text), sumOf(`${text}\0`), sumOf(`\0${text}`), sumOf('')]);
  for (let at = 0; at < text.length; at++) {
    sums.add(sumOf(`${text.slice(0, at)}\u{fffd}${text.slice(at + 1)}`));
    sums.add(sumOf(text.slice(0, at) + text.slice(at + 1) + text.charAt(at)));
  }
  // Moving the last character to the end changes nothing.
  expect(sums.size).toBe(4 + 2 * text.length - 1);
});
