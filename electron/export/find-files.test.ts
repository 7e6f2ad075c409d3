import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PostId } from '../../core/contract/post.ts';
import { findFiles } from './find-files.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fude-find-'));
  await mkdir(join(root, 'a'));
  await mkdir(join(root, 'b'));
  await writeFile(join(root, 'a/index.md'), 'x');
  await writeFile(join(root, 'b/index.md'), 'x');
  await writeFile(join(root, 'a/pic.png'), 'x');
  await mkdir(join(root, 'a/folder.png'));
  await symlink('/etc/hostname', join(root, 'a/out.png'));
});
afterEach(() => rm(root, { recursive: true }));

test('finds links and images as an export does', async () => {
  const place = {
    libraryRoot: root,
    post: 'a/index.md' as PostId,
    posts: ['a/index.md', 'b/index.md'] as PostId[],
  };
  const found = await findFiles(place, {
    links: ['../b/index.md', '../b', '../c/index.md', 'pic.png', 'gone.pdf', '/about'],
    images: [['a/pic.png'], ['a/gone.png'], ['a/gone.png', 'a/pic.png'], ['a/folder.png'], ['a/out.png']],
  });
  expect(found).toEqual({
    links: [true, true, false, true, false, true],
    images: ['there', 'image-missing', 'there', 'image-unreadable', 'image-outside'],
  });
});
