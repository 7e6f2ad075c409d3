import { expect, test } from 'vitest';
import { textSource } from '../../core/post/text-source.ts';
import { UnsavedEdits } from './unsaved-edits.ts';

const filed = (revision: number) => ({
  text: textSource('text'),
  hash: `hash ${String(revision)}`,
  revision,
});
const revisions = ({ batches }: ReturnType<UnsavedEdits['news']>) => batches.map(({ revision }) => revision);

function edits(...made: readonly number[]): UnsavedEdits {
  const unsaved = new UnsavedEdits(filed(0));
  for (const revision of made) unsaved.edited(revision, [{ from: 0, to: 0, insert: 'x' }], 4 + revision);
  return unsaved;
}

test('main hears each edit once, and all of them when its journal begins from the file', () => {
  const unsaved = edits(1, 2);
  expect(revisions(unsaved.news(false))).toEqual([1, 2]);
  unsaved.hasHeard(2);
  unsaved.edited(3, [], 7);
  expect(revisions(unsaved.news(false))).toEqual([3]);
  expect(revisions(unsaved.news(true))).toEqual([1, 2, 3]);
});

test('a save drops the edits that are in the file, and is told once', () => {
  const unsaved = edits(1, 2, 3);
  unsaved.hasHeard(3);
  expect(unsaved.saved(filed(2))).toBe(true);
  expect(unsaved.filed.revision).toBe(2);
  expect(revisions(unsaved.news(true))).toEqual([3]);
  unsaved.saved(filed(3));
  expect(unsaved.news(false)).toEqual({ batches: [], saved: { revision: 3, hash: 'hash 3' } });
  expect(unsaved.news(false).saved).toBeUndefined();
  expect(unsaved.isEmpty).toBe(true);
});

test('a save of edits that main has not heard says so', () => {
  const unsaved = edits(1, 2);
  unsaved.hasHeard(1);
  expect(unsaved.saved(filed(2))).toBe(false);
});

test('a journal that begins from a saved file needs not hear of the save', () => {
  const unsaved = edits(1);
  unsaved.saved(filed(1));
  expect(unsaved.news(true)).toEqual({ batches: [], saved: undefined });
});

test('a text that was replaced leaves nothing to tell, and what main has heard is never taken back', () => {
  const unsaved = edits(1, 2);
  unsaved.hasHeard(2);
  unsaved.replaced(filed(5));
  expect([unsaved.revision, unsaved.isEmpty, unsaved.heard]).toEqual([5, true, 2]);
  unsaved.hasHeard(1);
  expect(unsaved.heard).toBe(2);
});
