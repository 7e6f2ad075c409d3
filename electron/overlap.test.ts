import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './files/testing/faults.ts';
import { overlap } from './overlap.ts';

test('one folder, a folder in it, and a link to it overlap; neighbours do not', async () => {
  const top = await temporaryFolder();
  for (const name of ['a/in', 'ab']) await mkdir(join(top, name), { recursive: true });
  await symlink('a', join(top, 'link'));
  const both = (one: string, other: string): Promise<boolean> => overlap(join(top, one), join(top, other));
  for (const [one, other] of [
    ['a', 'a'],
    ['a', 'a/in'],
    ['a/in', 'a'],
    ['link', 'a/in'],
    ['a', 'link'],
    ['gone', 'gone'],
  ] as const)
    expect([one, other, await both(one, other)]).toEqual([one, other, true]);
  for (const [one, other] of [
    ['a', 'ab'],
    ['ab', 'a'],
    ['gone', 'a'],
  ] as const)
    expect([one, other, await both(one, other)]).toEqual([one, other, false]);
});
