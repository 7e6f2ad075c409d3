import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureOf } from '../failures.ts';
import { temporaryFolder } from '../files/testing/faults.ts';
import { checkPostId, pathInside } from './post-path.ts';

test.each([
  '',
  '/etc/passwd.md',
  '../post.md',
  'a/../../post.md',
  'a/./post.md',
  'a//post.md',
  'a/post.md\0.png',
  'a/post.md/',
  '.git/post.md',
  '.fude-trash/1/post.md',
  'a/.hidden/post.md',
  'a/image.png',
  'index.md.exe',
])('refuses the id "%s"', (id) => {
  expect(() => checkPostId(id)).toThrow('bad-name');
});

test.each([undefined, null, 5, {}, ['a.md']])('refuses %s, which is no string', (value) => {
  expect(() => checkPostId(value)).toThrow('refused');
});

test.each([
  'a.md',
  '2026-11-22-hello/index.md',
  '日本語/記事.markdown',
  'UP.MD',
  'a b/c (1).md',
  '.dotted.md',
  'a..b/c.md',
])('takes the id "%s"', (id) => {
  expect(checkPostId(id)).toBe(id);
});

test('a path may not exist, but may not leave the root by a link', async () => {
  const folder = await realpath(await temporaryFolder());
  const root = join(folder, 'library');
  await mkdir(join(root, 'inner'), { recursive: true });
  await mkdir(join(folder, 'library-2'));
  await writeFile(join(folder, 'secret.md'), 'secret');
  await symlink('../secret.md', join(root, 'out.md'));
  await symlink('..', join(root, 'up'));
  await symlink('../library-2', join(root, 'beside'));
  await symlink('../nowhere.md', join(root, 'broken.md'));
  await symlink('inner', join(root, 'inside'));
  const resolve = (id: string) => pathInside(root, checkPostId(id));
  for (const id of ['out.md', 'up/secret.md', 'up/new.md', 'beside/new.md']) {
    const error: unknown = await resolve(id).catch((thrown: unknown) => thrown);
    expect(failureOf(error)).toEqual({ kind: 'bad-name', name: id, reason: 'outside' });
  }
  expect(await resolve('inside/new.md')).toBe(join(root, 'inside/new.md'));
  expect(await resolve('not/there/yet.md')).toBe(join(root, 'not/there/yet.md'));
});

test('a root that is itself a link is a root', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'real'));
  await writeFile(join(folder, 'real/post.md'), 'text');
  await symlink('real', join(folder, 'root'));
  expect(await pathInside(join(folder, 'root'), checkPostId('post.md'))).toBe(join(folder, 'root/post.md'));
});
