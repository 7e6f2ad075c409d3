import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atRest, stirred } from './rest.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test('what waits for a rest is called once, after the last of the keys', () => {
  const act = vi.fn<() => void>();
  stirred();
  atRest(act);
  for (let key = 0; key < 10; key++) {
    vi.advanceTimersByTime(125);
    stirred();
    atRest(act);
  }
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(150);
  expect(act).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledOnce();
});

test('where nothing stirs there is nothing to wait for', () => {
  const act = vi.fn<() => void>();
  atRest(act);
  expect(act).toHaveBeenCalledOnce();
});

test('what stirs again while the rest is used waits for the next one', () => {
  const again = vi.fn<() => void>();
  stirred();
  atRest(() => {
    stirred();
    atRest(again);
  });
  vi.advanceTimersByTime(150);
  expect(again).not.toHaveBeenCalled();
  vi.advanceTimersByTime(150);
  expect(again).toHaveBeenCalledOnce();
});
