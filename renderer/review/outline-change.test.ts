import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Heading } from '../../core/markdown/outline.ts';
import { changedOutline, outlineChange } from './outline-change.ts';

const heading = (text: string, line: number): Heading => ({ level: 2, text, line });

const outlines = fc
  .array(fc.record({ text: fc.constantFrom('a', 'b', 'c'), gap: fc.nat(3) }), { maxLength: 8 })
  .map((rows) => {
    let line = 0;
    return rows.map(({ text, gap }) => heading(text, (line += 1 + gap)));
  });

test('any outline becomes any other', () => {
  fc.assert(
    fc.property(outlines, outlines, (before, after) => {
      const change = outlineChange(before, after);
      expect(change === undefined ? before : changedOutline(before, change)).toEqual(after);
    }),
  );
});

test('says no more than what changed', () => {
  const before = [heading('a', 1), heading('b', 3), heading('c', 5)];
  expect(outlineChange(before, [...before])).toBeUndefined();
  const after = [heading('a', 1), heading('x', 3), heading('b', 6), heading('c', 8)];
  expect(outlineChange(before, after)).toEqual({
    from: 1,
    removed: 0,
    inserted: [heading('x', 3)],
    moved: 3,
  });
});
