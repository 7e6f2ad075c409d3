import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../files/testing/faults.ts';
import { libraryOfPost } from './library-of-post.ts';
import { copySample } from './samples.ts';
import { failureFrom } from './testing/test-library.ts';

test('a new library gets the newest sample of its language, with its images', async () => {
  const root = await temporaryFolder();
  await copySample(join(import.meta.dirname, '../../assets/samples'), 'ja', root);
  const [name = '', ...others] = await readdir(root);
  expect(others).toEqual([]);
  expect(await readFile(join(root, name, 'index.md'), 'utf8')).toMatch(/\p{Script=Hiragana}/u);
  expect((await readdir(join(root, name))).length).toBeGreaterThan(0);
});

test('samples that are not there, and a post of the same name, are told', async () => {
  const root = await temporaryFolder();
  const samples = join(import.meta.dirname, '../../assets/samples');
  expect((await failureFrom(copySample(join(root, 'none'), 'en', root))).kind).toBe('missing');
  await copySample(samples, 'en', root);
  expect((await failureFrom(copySample(samples, 'en', root))).kind).toBe('exists');
});

test('the library of a single post is its blog, else the folder around it', async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, 'blog/content/posts/a'), { recursive: true });
  await mkdir(join(root, 'notes/a'), { recursive: true });
  await writeFile(join(root, 'blog/hugo.toml'), '');
  expect(await libraryOfPost(join(root, 'blog/content/posts/a/index.md'))).toBe(join(root, 'blog'));
  expect(await libraryOfPost(join(root, 'notes/a/index.md'))).toBe(join(root, 'notes'));
  expect(await libraryOfPost(join(root, 'notes/a/b.md'))).toBe(join(root, 'notes/a'));
  await writeFile(join(root, 'notes/blog.yaml'), '');
  expect(await libraryOfPost(join(root, 'notes/a/b.md'))).toBe(join(root, 'notes'));
});
