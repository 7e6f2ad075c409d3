import { expect, test } from 'vitest';
import { keptVersions } from './thinning.ts';

const day = 86_400_000;
const now = 1000 * day;
const kept = (...ages: readonly number[]): readonly number[] =>
  [
    ...keptVersions(
      ages.map((age) => now - age * day),
      now,
    ),
  ].toSorted((a, b) => a - b);

test('everything of the last 30 days stays', () => {
  expect(kept(29.9, 29.8, 1, 0.5, 0)).toEqual([0, 1, 2, 3, 4]);
});

test('for a year the last of each day stays', () => {
  expect(kept(200.9, 200.5, 200.1, 100.5, 100.4, 31.5)).toEqual([2, 4, 5]);
});

test('older ones go, but never the newest', () => {
  expect(kept(900, 800, 366)).toEqual([2]);
  expect(kept(900, 366, 10)).toEqual([2]);
  expect(kept()).toEqual([]);
});

test('a clock that was set back makes nothing old', () => {
  expect(kept(-5, -400, 0)).toEqual([0, 1, 2]);
});
