import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../files/testing/faults.ts';
import { listFolder } from './walk.ts';

async function folderWith(...paths: readonly string[]): Promise<string> {
  const root = await temporaryFolder();
  for (const path of paths) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), path);
  }
  return root;
}

async function allPosts(root: string, folder = ''): Promise<readonly string[]> {
  const { posts, folders } = await listFolder(root, folder);
  const deeper = await Promise.all(folders.map((inner) => allPosts(root, inner)));
  return [...posts, ...deeper.flat()].toSorted();
}

test('posts are the .md and .markdown files, however deep', async () => {
  const root = await folderWith(
    'a.md',
    'b/c/d.markdown',
    'B.MD',
    'e.txt',
    'f.mdx',
    '日本語/記事.md',
    '.dotted.md',
  );
  expect(await allPosts(root)).toEqual(
    ['.dotted.md', 'B.MD', 'a.md', 'b/c/d.markdown', '日本語/記事.md'].toSorted(),
  );
});

test('README, LICENSE, dot folders, node_modules, designs and built output are no posts', async () => {
  const root = await folderWith(
    'README.md',
    'readme.ja.md',
    'LICENSE.md',
    'LICENSE-MIT.md',
    'sub/README.markdown',
    '.git/a.md',
    '.fude-trash/1/a.md',
    'node_modules/x/a.md',
    'sub/node_modules/x/a.md',
    'themes/a.md',
    'layouts/a.md',
    'public/a.md',
    '_site/a.md',
    'dist/a.md',
    'out/a.md',
    '._a.md',
    'readme-driven.md.txt',
  );
  expect(await allPosts(root)).toEqual([]);
});

test('only at the top of a library or a site do such names mean anything', async () => {
  const root = await folderWith(
    '2026/themes/index.md',
    '2026/out/index.md',
    'readmes.md',
    'site/hugo.toml',
    'site/public/a.md',
  );
  expect(await allPosts(root)).toEqual(['2026/out/index.md', '2026/themes/index.md', 'readmes.md']);
});

test('the templates of an engine are no posts, and the folder where Qiita keeps its posts is no output', async () => {
  expect(
    await allPosts(await folderWith('hugo.toml', 'archetypes/default.md', 'content/posts/a.md')),
  ).toEqual(['content/posts/a.md']);
  expect(await allPosts(await folderWith('_config.yml', 'scaffolds/post.md', 'source/_posts/a.md'))).toEqual([
    'source/_posts/a.md',
  ]);
  expect(await allPosts(await folderWith('qiita.config.json', 'public/a.md'))).toEqual(['public/a.md']);
});

test('circles of links end, and links lead to posts only inside the library', async (context) => {
  const outside = await folderWith('secret.md');
  const root = await folderWith('a/post.md');
  await symlink('..', join(root, 'a/up'));
  await symlink('post.md', join(root, 'a/link.md'));
  await symlink('circle.md', join(root, 'circle.md'));
  await symlink('nowhere.md', join(root, 'broken.md'));
  await symlink(join(outside, 'secret.md'), join(root, 'out.md'));
  await mkdir(join(root, 'folder.md'));
  expect(await allPosts(root)).toEqual(['a/link.md', 'a/post.md']);
  if (process.platform === 'win32') context.skip('Windows has no FIFOs in folders');
  execFileSync('mkfifo', [join(root, 'fifo.md')]);
  await symlink('fifo.md', join(root, 'to-fifo.md'));
  expect(await allPosts(root)).toEqual(['a/link.md', 'a/post.md']);
});

test('names in both Unicode forms stay apart', async (context) => {
  const root = await folderWith('が.md'.normalize('NFC'), 'が.md'.normalize('NFD'));
  const posts = await allPosts(root);
  if (posts.length === 1) context.skip('this disk takes both forms for one name');
  expect(posts.map((id) => id.length).toSorted((a, b) => a - b)).toEqual([4, 5]);
});

test('unfinished files of a killed Fude are told', async () => {
  const root = await folderWith('a/.fude-123-0a1b2c.tmp', 'a/.fude-notes.tmp');
  expect((await listFolder(root, 'a')).leftovers).toEqual(['a/.fude-123-0a1b2c.tmp']);
});
