import { expect, test } from 'vitest';
import { conflictCopyOf } from './conflict-copy.ts';

test.each([
  ['a.sync-conflict-20261122-090503-ABCDEF2.md', 'a.md'],
  ['index.sync-conflict-20261122-090503.md', 'index.md'],
  ["a (Ann's conflicted copy 2026-11-22).md", 'a.md'],
  ['a (conflicted copy 2026-11-22 090503).md', 'a.md'],
  ['a b (DESKTOP-1 Conflicted Copy 2026-11-22 (1)).md', undefined],
  ['記事 (花子 の競合コピー 2026-11-22).md', '記事.md'],
  ['記事（競合するコピー 2026-11-22）.md', '記事.md'],
  ['a (Case Conflict).md', 'a.md'],
  ['a_conflict-20261122-090503.markdown', 'a.markdown'],
  ['a (SFConflict ann@example.org 2026-11-22-09-05-03).md', 'a.md'],
  ['a.Conflict.md', 'a.md'],
  ['a [conflicted].md', 'a.md'],
])('%s is a copy of %s', (name, original) => {
  expect(conflictCopyOf(name)).toEqual(original === undefined ? undefined : { original, sure: true });
});

test.each([
  ['a 2.md', 'a.md'],
  ['a (1).md', 'a.md'],
  ['a(12).md', 'a.md'],
  ['a-DESKTOP-AB12CD3.md', 'a.md'],
  ['a-SURFACE.md', 'a.md'],
])('%s may be a copy of %s', (name, original) => {
  expect(conflictCopyOf(name)).toEqual({ original, sure: false });
});

test.each([
  'a.md',
  'index.md',
  'index.ja.md',
  'a-2.md',
  'a 1.md',
  'a 2026.md',
  '2026-11-22.md',
  'a-en.md',
  'a-2026.md',
  'conflict.md',
  'conflicted copy.md',
  'a (draft).md',
  'a (1).txt',
  '(1).md',
  ' 2.md',
])('%s is no copy', (name) => {
  expect(conflictCopyOf(name)).toBeUndefined();
});
