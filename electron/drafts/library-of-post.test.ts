import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { libraryOfPost } from './library-of-post.ts';

let root: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'fude-')));
});

afterEach(() => rm(root, { recursive: true }));

async function file(path: string): Promise<string> {
  const full = join(root, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, '');
  return full;
}

test('the nearest folder upward with a blog.yaml', async () => {
  await file('blog/blog.yaml');
  expect(await libraryOfPost(await file('blog/2026/post/index.md'))).toBe(join(root, 'blog'));
});

test('the root of an engine’s site', async () => {
  await file('site/_config.yml');
  expect(await libraryOfPost(await file('site/_posts/2026-11-22-a.md'))).toBe(join(root, 'site'));
});

test('without either, the folder that lists the post', async () => {
  expect(await libraryOfPost(await file('notes/a.md'))).toBe(join(root, 'notes'));
  expect(await libraryOfPost(await file('notes/2026-11-22-a/index.md'))).toBe(join(root, 'notes'));
});
