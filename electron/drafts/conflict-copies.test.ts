import { expect, test } from 'vitest';
import { postId, testLibrary } from './testing/test-library.ts';

const titled = (title: string, text = ''): string => `---\ntitle: ${title}\ndate: 2026-11-22\n---\n${text}\n`;
const sync = 'p/index.sync-conflict-20261122-090503-ABCDEF2.md';

test('copies are told with their post and are no rows of their own', async () => {
  const { library } = await testLibrary({
    'a.md': titled('A'),
    'a (conflicted copy 2026-11-22 090503).md': titled('other'),
    'a 2.md': titled('A', 'changed'),
    'a 3.md': titled('A, part three'),
    'b (conflicted copy 2026-11-22 090503).md': titled('alone'),
    'p/index.md': titled('P'),
    [sync]: titled('P'),
  });
  const rows = (await library.list()).map(({ id, copies }) => [id, copies]);
  expect(Object.fromEntries(rows)).toEqual({
    'a.md': ['a (conflicted copy 2026-11-22 090503).md', 'a 2.md'],
    'a 3.md': [],
    'b (conflicted copy 2026-11-22 090503).md': [],
    'p/index.md': [sync],
  });
});

test('a copy of a copy belongs to the post', async () => {
  const { library } = await testLibrary({
    'a.md': titled('A'),
    'a (conflicted copy 2026-11-22 090503).md': titled('A'),
    'a (conflicted copy 2026-11-22 090503).sync-conflict-20261122-090503.md': titled('A'),
  });
  const [row, ...others] = await library.list();
  expect(others).toEqual([]);
  expect(row?.copies).toHaveLength(2);
});

test('a copy that comes while the library is open shows with its post, and is a post when that goes', async () => {
  const { library, write, changes } = await testLibrary({ 'a.md': titled('A') });
  const [told] = await Promise.all([
    changes.next('list', ({ posts }) => posts.some(({ copies }) => copies.length > 0)),
    write('a.sync-conflict-20261122-090503.md', titled('A', 'theirs')),
  ]);
  expect(told.posts).toHaveLength(1);
  await library.trash(postId('a.md'));
  expect((await library.list()).map(({ id }) => id)).toEqual(['a.sync-conflict-20261122-090503.md']);
});

test('a copy goes to the trash alone, and the post takes its copies along when it moves', async () => {
  const files = { 'p/index.md': titled('P'), 'p/i.png': 'image', [sync]: titled('P', 'theirs') };
  const first = await testLibrary(files);
  const { ticket } = await first.library.trash(postId(sync));
  expect((await first.files()).filter((path) => !path.startsWith('.'))).toEqual(['p/i.png', 'p/index.md']);
  await first.library.restore(ticket);
  expect(await first.read(sync)).toBe(titled('P', 'theirs'));
  await first.library.rename(postId('p/index.md'), 'q');
  expect(await first.files()).toEqual(
    Object.keys(files)
      .map((path) => path.replace('p/', 'q/'))
      .toSorted(),
  );
});
