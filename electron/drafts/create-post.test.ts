import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asOrdinaryUser } from '../files/testing/faults.ts';
import { failureFrom, postId, testLibrary } from './testing/test-library.ts';

test('a new post is a file in a folder of its day, the next one gets a number', async () => {
  const { library, read, files } = await testLibrary();
  const first = await library.create('一', '2026-11-22');
  const second = await library.create('two', '2026-11-22');
  const third = await library.create('', '2026-11-22');
  expect([first.id, second.id, third.id]).toEqual([
    '2026-11-22/index.md',
    '2026-11-22-2/index.md',
    '2026-11-22-3/index.md',
  ]);
  expect(await read('2026-11-22/index.md')).toBe('一');
  expect(await files()).toHaveLength(3);
  expect((await library.list()).map(({ title }) => title).toSorted()).toEqual(['', 'two', '一'].toSorted());
  await library.save(first.id, '一二', first.hash);
});

test('names that only look free are not taken', async () => {
  const { library, files } = await testLibrary({
    '2026-11-22': 'a file',
    '2026-11-22-2/image.png': 'no post',
  });
  expect((await library.create('text', '2026-11-22')).id).toBe('2026-11-22-3/index.md');
  expect(await files()).toEqual(['2026-11-22', '2026-11-22-2/image.png', '2026-11-22-3/index.md']);
});

test.each([
  ['hugo.toml', ['content/posts/2026-11-22/index.md', 'content/posts/2026-11-22-2/index.md']],
  ['astro.config.mjs', ['src/content/blog/2026-11-22/index.md', 'src/content/blog/2026-11-22-2/index.md']],
  ['eleventy.config.js', ['posts/2026-11-22/index.md', 'posts/2026-11-22-2/index.md']],
  ['_config.yml', ['_posts/2026-11-22-1.md', '_posts/2026-11-22-2.md']],
  ['qiita.config.json', ['public/2026-11-22-1.md', 'public/2026-11-22-2.md']],
])('beside %s a new post goes where that engine looks', async (config, expected) => {
  const { library } = await testLibrary({ [config]: '' });
  const ids = [await library.create('a', '2026-11-22'), await library.create('b', '2026-11-22')].map(
    ({ id }) => id,
  );
  expect(ids).toEqual(expected);
  expect((await library.list()).map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
});

test.each(['2026-11-31', '22-11-2026', '../../evil', '2026-1-2', '', '2026-11-22T10:00'])(
  '"%s" is no day',
  async (date) => {
    const { library, files } = await testLibrary();
    expect((await failureFrom(library.create('text', date))).kind).toBe('refused');
    expect(await files()).toEqual([]);
  },
);

test('where nothing may be written the author is told, and no empty folder is left', async (context) => {
  const { library, root, files } = await testLibrary({ 'hugo.toml': '', 'content/posts/a.md': '' });
  await chmod(join(root, 'content/posts'), 0o555);
  await asOrdinaryUser(context, root, async () => {
    expect((await failureFrom(library.create('text', '2026-11-22'))).kind).toBe('denied');
  });
  await chmod(join(root, 'content/posts'), 0o755);
  expect(await files()).toEqual(['content/posts/a.md', 'hugo.toml']);
});

test('a post that Fude made takes its slug from its title, once', async () => {
  const { library, files } = await testLibrary();
  const { id, hash } = await library.create('text', '2026-11-22');
  await library.storeImage(id, 'a.png', png);
  const named = await library.settleSlug(id, 'Hello, World!');
  expect(named).toBe('2026-11-22-hello-world/index.md');
  expect(await library.settleSlug(named, 'Another title')).toBe(named);
  expect(await files()).toEqual(['2026-11-22-hello-world/a.png', '2026-11-22-hello-world/index.md']);
  // A save that was on its way under the old name still finds its file.
  await library.save(id, 'text 2', hash);
  expect(await files()).toHaveLength(2);
});

test('a title without Latin words leaves the date, and a name in use gets a number', async () => {
  const { library } = await testLibrary({ '2026-11-22-hello/index.md': '' });
  const { id } = await library.create('text', '2026-11-22');
  expect(await library.settleSlug(id, '勉強会のメモ')).toBe(id);
  expect(await library.settleSlug(id, '')).toBe(id);
  expect(await library.settleSlug(id, 'Hello')).toBe('2026-11-22-hello-2/index.md');
});

test("the author's own post that is named after a day keeps its name", async () => {
  const { library } = await testLibrary({ '2026-11-22.md': '# Diary', '2026-11-21/index.md': '# Yesterday' });
  for (const id of [postId('2026-11-22.md'), postId('2026-11-21/index.md')]) {
    expect(await library.settleSlug(id, 'Diary')).toBe(id);
  }
});

test('a post made yesterday still takes its slug after a restart', async () => {
  const { library, reopen } = await testLibrary();
  const { id } = await library.create('text', '2026-11-22');
  const again = await reopen();
  expect(await again.settleSlug(id, 'Late title')).toBe('2026-11-22-late-title/index.md');
});

test('a single file for Jekyll keeps its date in front of the slug', async () => {
  const { library } = await testLibrary({ '_config.yml': '' });
  const { id } = await library.create('text', '2026-11-22');
  expect(await library.settleSlug(id, 'Hello')).toBe('_posts/2026-11-22-hello.md');
});

const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
