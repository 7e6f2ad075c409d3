import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TypingRest } from './typing-rest.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('what waits is done once typing rests, the last of it only', () => {
  const rest = new TypingRest(200);
  const done: string[] = [];
  rest.whenOver(() => done.push('at once'));
  expect(done).toEqual(['at once']);
  rest.edited();
  rest.whenOver(() => done.push('first'));
  vi.advanceTimersByTime(150);
  rest.edited();
  rest.whenOver(() => done.push('last'));
  vi.advanceTimersByTime(150);
  expect(done).toEqual(['at once']);
  vi.advanceTimersByTime(50);
  expect(done).toEqual(['at once', 'last']);
  vi.runAllTimers();
  expect(done).toHaveLength(2);
});

test('what asks to wait again waits from then on, and what is forgotten is not done', () => {
  const rest = new TypingRest(200);
  const done: string[] = [];
  rest.edited();
  rest.whenOver(() => {
    rest.edited();
    rest.whenOver(() => done.push('later'));
  });
  vi.advanceTimersByTime(200);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(done).toEqual(['later']);
  rest.edited();
  rest.whenOver(() => done.push('never'));
  rest.forget();
  vi.runAllTimers();
  expect(done).toEqual(['later']);
});
