import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureFrom, postId, testLibrary } from './testing/test-library.ts';

test('a folder post moves with its images, its date stays', async () => {
  const { library, files } = await testLibrary({
    '2026-11-22-old/index.md': '![](a.png)',
    '2026-11-22-old/a.png': 'png',
    '2026-11-22-old/deep/b.png': 'png',
  });
  const renamed = await library.rename(postId('2026-11-22-old/index.md'), 'new name');
  expect(renamed).toMatchObject({ id: '2026-11-22-new-name/index.md', text: '![](a.png)' });
  expect(await files()).toEqual([
    '2026-11-22-new-name/a.png',
    '2026-11-22-new-name/deep/b.png',
    '2026-11-22-new-name/index.md',
  ]);
  expect((await library.list()).map(({ id }) => id)).toEqual([renamed.id]);
});

test('a file alone is renamed and nothing else', async () => {
  const { library, files } = await testLibrary({
    '_posts/2026-11-22-old.markdown': '',
    '_posts/old.png': '',
  });
  const { id } = await library.rename(postId('_posts/2026-11-22-old.markdown'), '新しい 名前');
  expect(id).toBe('_posts/2026-11-22-新しい-名前.markdown');
  expect(await files()).toEqual([id, '_posts/old.png'].toSorted());
});

test('a post without a date in its name keeps having none; languages of one post go together', async () => {
  const { library, files } = await testLibrary({ 'old/index.md': '', 'old/index.ja.md': '', 'b.ja.md': '' });
  expect((await library.rename(postId('old/index.ja.md'), 'new')).id).toBe('new/index.ja.md');
  expect((await library.rename(postId('b.ja.md'), 'c')).id).toBe('c.ja.md');
  expect(await files()).toEqual(['c.ja.md', 'new/index.ja.md', 'new/index.md']);
});

test('the index of a folder with other posts is renamed alone', async () => {
  const { library, files } = await testLibrary({ 'notes/index.md': '', 'notes/deep/other.md': '' });
  expect((await library.rename(postId('notes/index.md'), 'first')).id).toBe('notes/first.md');
  expect(await files()).toEqual(['notes/deep/other.md', 'notes/first.md']);
});

test("the engine's folder for posts is no post's own", async () => {
  const { library } = await testLibrary({ 'hugo.toml': '', 'content/posts/index.md': '' });
  expect((await library.rename(postId('content/posts/index.md'), 'x')).id).toBe('content/posts/x.md');
});

test('a name in use is refused and nothing moves', async () => {
  const { library, files, root } = await testLibrary({
    '2026-11-22-a/index.md': 'a',
    '2026-11-22-b/index.md': 'b',
    'c.md': '',
    'd.md': '',
  });
  await mkdir(join(root, '2026-11-22-empty'));
  const before = await files();
  expect((await failureFrom(library.rename(postId('2026-11-22-a/index.md'), 'b'))).kind).toBe('exists');
  expect((await failureFrom(library.rename(postId('2026-11-22-a/index.md'), 'empty'))).kind).toBe('exists');
  expect((await failureFrom(library.rename(postId('c.md'), 'd'))).kind).toBe('exists');
  expect(await files()).toEqual(before);
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['!!!', 'empty'],
  ['..', 'outside'],
  ['../up', 'outside'],
  ['a/b', 'separator'],
  ['a\0b', 'control'],
  ['con', 'reserved'],
])('the slug %j is refused as %s before anything is written', async (slug, reason) => {
  const { library, files } = await testLibrary({ 'a.md': '' });
  expect(await failureFrom(library.rename(postId('a.md'), slug))).toMatchObject({ kind: 'bad-name', reason });
  expect(await files()).toEqual(['a.md']);
});

test('the same name again is no failure', async () => {
  const { library } = await testLibrary({ '2026-11-22-a/index.md': 'a' });
  expect((await library.rename(postId('2026-11-22-a/index.md'), 'a')).id).toBe('2026-11-22-a/index.md');
});

test('saves and renames handed in at once do not overlap', async () => {
  const { library, read } = await testLibrary({ '2026-11-22-a/index.md': '0' });
  const id = postId('2026-11-22-a/index.md');
  const { hash } = await library.open(id);
  const [saved, renamed, again] = await Promise.all([
    library.save(id, '1', hash),
    library.rename(id, 'b'),
    library.save(id, '1', hash),
  ]);
  expect(again.hash).toBe(saved.hash);
  expect(renamed.text).toBe('1');
  expect(await read('2026-11-22-b/index.md')).toBe('1');
});
