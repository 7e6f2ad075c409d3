import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growing, heightOf, lineAt, type Anchor } from './anchors.ts';

const anchors: readonly Anchor[] = [
  { line: 3, y: 0 },
  { line: 5, y: 100 },
  { line: 15, y: 200 },
];

test('a line lies between the anchors around it', () => {
  expect(heightOf(anchors, 3)).toBe(0);
  expect(heightOf(anchors, 4)).toBe(50);
  expect(heightOf(anchors, 5)).toBe(100);
  expect(heightOf(anchors, 7.5)).toBe(125);
});

test('outside of the anchors the nearest one holds', () => {
  expect(heightOf(anchors, 1)).toBe(0);
  expect(heightOf(anchors, 99)).toBe(200);
  expect(lineAt(anchors, -5)).toBe(3);
  expect(heightOf([], 4)).toBe(0);
});

test('one way and back is where it began', () => {
  const grown = fc
    .array(fc.record({ line: fc.integer({ min: 1, max: 1000 }), y: fc.integer({ min: 0, max: 9999 }) }), {
      minLength: 2,
    })
    .map(growing)
    .filter((list) => list.length > 1);
  fc.assert(
    fc.property(grown, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
      const first = list[0]?.line ?? 0;
      const line = first + share * ((list.at(-1)?.line ?? 0) - first);
      expect(lineAt(list, heightOf(list, line))).toBeCloseTo(line, 5);
    }),
  );
});

test('anchors that lead back are dropped', () => {
  const back: Anchor = { line: 4, y: 150 };
  expect(growing([...anchors.slice(0, 2), back, ...anchors.slice(2)])).toEqual(anchors);
});
