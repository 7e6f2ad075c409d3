import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SavePace } from './save-pace.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The pause after a save that took so many milliseconds. */
function pauseAfter(milliseconds: number): number {
  const pace = new SavePace();
  pace.begun();
  vi.advanceTimersByTime(milliseconds);
  pace.ended();
  return pace.pause;
}

test('a post is saved within a second of a key', () => {
  expect(new SavePace().pause).toBeLessThan(1000);
  expect(pauseAfter(20)).toBeLessThan(1000);
});

test('a save that takes long takes a small part of the time, and is not put off for good', () => {
  expect(pauseAfter(500)).toBe(4000);
  expect(pauseAfter(60_000)).toBe(10_000);
});
