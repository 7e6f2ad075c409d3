import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ShownSaves } from './shown-saves.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const kindOf = (shown: ShownSaves): string => shown.state.value.kind;

/** A post that was opened, its text as it is on the disk. */
function opened(): ShownSaves {
  const shown = new ShownSaves();
  shown.state.value = { kind: 'saved', at: undefined };
  return shown;
}

test('an edit is not called saved for a moment', () => {
  const shown = opened();
  shown.edited();
  expect(kindOf(shown)).toBe('edited');
});

test('a save that is quick shows only its end', () => {
  const shown = opened();
  const seen: string[] = [];
  shown.state.subscribe(({ kind }) => void seen.push(kind));
  shown.edited();
  vi.advanceTimersByTime(800);
  shown.begun();
  vi.advanceTimersByTime(50);
  shown.ended();
  shown.saved(7, () => true);
  vi.runAllTimers();
  expect(seen).toEqual(['saved', 'edited', 'saved']);
  expect(shown.state.value).toEqual({ kind: 'saved', at: 7 });
});

test('a save that takes long is shown until it ends', () => {
  const shown = opened();
  shown.edited();
  shown.begun();
  vi.advanceTimersByTime(1000);
  expect(kindOf(shown)).toBe('saving');
  shown.ended();
  shown.saved(7, () => true);
  vi.runAllTimers();
  expect(kindOf(shown)).toBe('saved');
});

test('among keys nothing is called saved, and never what the file does not have', () => {
  const shown = opened();
  let isClean = true;
  shown.edited();
  shown.saved(7, () => isClean);
  for (let key = 0; key < 10; key++) {
    vi.advanceTimersByTime(125);
    expect(kindOf(shown)).toBe('edited');
    shown.edited();
  }
  isClean = false;
  vi.runAllTimers();
  expect(kindOf(shown)).toBe('edited');
});

test('what the author must know is not written over by an edit or a slow save', () => {
  const shown = opened();
  const failed = { kind: 'failed', failure: { kind: 'disk-full', path: 'a.md' } } as const;
  shown.state.value = failed;
  shown.edited();
  shown.begun();
  vi.runAllTimers();
  expect(shown.state.value).toEqual(failed);
});

test('a post that is left says nothing more', () => {
  const shown = opened();
  shown.edited();
  shown.begun();
  shown.saved(7, () => true);
  shown.dispose();
  vi.runAllTimers();
  expect(kindOf(shown)).toBe('edited');
});
