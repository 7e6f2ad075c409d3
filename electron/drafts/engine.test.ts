import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../files/testing/faults.ts';
import { postHome } from './engine.ts';

/** Makes the paths (a slash at the end: a folder), and answers where a post goes when `opened` is the library. */
async function homeIn(paths: readonly string[], opened = ''): Promise<string> {
  const root = await temporaryFolder();
  for (const path of paths) {
    await mkdir(path.endsWith('/') ? join(root, path) : dirname(join(root, path)), { recursive: true });
    if (!path.endsWith('/')) await writeFile(join(root, path), '');
  }
  const { folder, shape } = await postHome(join(root, opened));
  return `${shape} in ${folder}`;
}

test.each([
  [[], 'folder in '],
  [['hugo.toml'], 'folder in content/posts'],
  [['config.yaml', 'content/post/'], 'folder in content/post'],
  [['config.yaml'], 'folder in '],
  [['_config.yml', '_posts/'], 'file in _posts'],
  [['_config.yml', 'source/_posts/'], 'file in source/_posts'],
  [['eleventy.config.js'], 'folder in posts'],
  [['.eleventy.js', 'content/blog/'], 'folder in content/blog'],
  [['astro.config.mjs'], 'folder in src/content/blog'],
  [['articles/', 'books/'], 'file in articles'],
  [['qiita.config.json'], 'file in public'],
])('%j: a new post is a %s', async (paths, expected) => {
  expect(await homeIn(paths)).toBe(expected);
});

test('the engine is found when only a part of its site is the library', async () => {
  expect(await homeIn(['hugo.toml', 'content/posts/'], 'content')).toBe('folder in posts');
  expect(await homeIn(['hugo.toml', 'content/posts/'], 'content/posts')).toBe('folder in ');
  expect(await homeIn(['hugo.toml', 'content/posts/2026/'], 'content/posts/2026')).toBe('folder in ');
  expect(await homeIn(['_config.yml', '_posts/'], '_posts')).toBe('file in ');
  expect(await homeIn(['site/_posts/'], 'site/_posts')).toBe('file in ');
  expect(await homeIn(['hugo.toml', 'content/posts/', 'notes/'], 'notes')).toBe('folder in ');
});
