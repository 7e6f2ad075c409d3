import { expect, test } from 'vitest';
import { KeptUndo } from './kept-undo.ts';

test('a short history goes over after any edit, a long one after many', () => {
  const undo = new KeptUndo(0);
  expect(undo.isBehind(0)).toBe(false);
  expect(undo.isBehind(1)).toBe(true);
  undo.kept(10, 500);
  expect([undo.isOf(10), undo.isOf(11)]).toEqual([true, false]);
  expect([undo.isBehind(10), undo.isBehind(11)]).toEqual([false, true]);
  undo.kept(20, 1_000_000);
  expect([undo.isBehind(320), undo.isBehind(321)]).toEqual([false, true]);
});
