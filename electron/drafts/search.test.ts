import { expect, test } from 'vitest';
import { failureFrom, postId, testLibrary } from './testing/test-library.ts';

const files = {
  '2026-11-03-a/index.md': '---\ntitle: Rust meetup\ntags: [プログラミング]\n---\nWe met in Tokyo.',
  '2026-11-02-b/index.md': '# ｶﾞｲﾄﾞ\n\nＡＢＣ と abc の違い',
  '2026-11-01-c/index.md': 'Tokyo again',
};

test.each([
  ['tokyo', ['a', 'c']],
  ['TOKYO met', ['a']],
  ['rust プログラミング', ['a']],
  ['ﾌﾟﾛｸﾞﾗﾐﾝｸﾞ', ['a']],
  ['ガイド', ['b']],
  ['abc　違い', ['b']],
  ['nowhere', []],
  ['  ', ['a', 'b', 'c']],
])('"%s" is found in %j', async (query, names) => {
  const { library } = await testLibrary(files);
  expect(await library.search(query)).toEqual(
    names.map((name) => expect.stringContaining(`-${name}/`) as unknown),
  );
});

test('a search sees what was saved, created and removed since the last one', async () => {
  const { library, changes } = await testLibrary(files);
  expect(await library.search('again')).toHaveLength(1);
  const id = postId('2026-11-01-c/index.md');
  const { hash } = await library.open(id);
  const told = changes.next('list');
  await library.save(id, 'Osaka now', hash);
  await told;
  expect(await library.search('osaka')).toEqual([id]);
  expect(await library.search('again')).toEqual([]);
  const created = await library.create('again here', '2026-11-22');
  expect(await library.search('again')).toEqual([created.id]);
  await library.trash(created.id);
  expect(await library.search('again')).toEqual([]);
});

test('only words are searched for', async () => {
  const { library } = await testLibrary(files);
  expect((await failureFrom(library.search(undefined as never))).kind).toBe('refused');
});
