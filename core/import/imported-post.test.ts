import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fieldsOf, readFrontMatter } from '../post/front-matter.ts';
import { textSource } from '../post/text-source.ts';
import type { Entry } from './entry.ts';
import { imagesOfEntry, importedPost } from './imported-post.ts';
import { MovableTypeReader } from './movable-type.ts';
import { WxrReader } from './wxr.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

function entriesOf(name: string): readonly Entry[] {
  const uploads = new Map<string, string>();
  const reader = name.endsWith('.xml') ? new WxrReader(uploads) : new MovableTypeReader();
  const all = [...reader.write(fixture(name)), ...reader.end()];
  return all.flatMap((read) => (read.kind === 'entry' ? [read.entry] : []));
}

const noTurn = () => Promise.resolve();
const beside = (address: string): string => {
  const name = address.split('/').at(-1) ?? '';
  return /\.(?:png|jpe?g)$/.test(name) ? name.replace(/-\d+x\d+(?=\.)/, '') : address;
};

test.each(['wordpress.xml', 'hatena.txt', 'movable-type.txt'])('the posts of %s', async (name) => {
  const posts = entriesOf(name).map((entry) => importedPost(entry, beside, noTurn));
  const written = (await Promise.all(posts)).map(({ name: folder, text, notes }) => {
    const said = notes.map(({ kind, subject, count }) => `!!! ${kind} ${subject} ${String(count)}`);
    return [`=== ${folder}`, text, ...said].join('\n');
  });
  await expect(`${written.join('\n')}\n`).toMatchFileSnapshot(`fixtures/${name}.posts.txt`);
});

const plain: Entry = {
  title: 'x',
  date: undefined,
  tags: [],
  categories: [],
  slug: undefined,
  draft: false,
  description: undefined,
  author: undefined,
  image: undefined,
  body: '<p>a</p>',
  bodyKind: 'html',
  notes: [],
};

describe('a header holds what was there, whatever that was', () => {
  test.each(['a: b # c', '{{ x }}', '\'q\' "d"', 'yes', '2018', '題\n二行', '- x', '</title><script>'])(
    '%j',
    async (odd) => {
      const { text } = await importedPost(
        { ...plain, title: odd, tags: [odd], description: odd },
        (address) => address,
        noTurn,
      );
      const fields = fieldsOf(readFrontMatter(textSource(text)));
      expect(fields).toMatchObject({ title: odd, tags: [odd], description: odd });
    },
  );
});

describe('names of folders', () => {
  test.each([
    [{ date: '2018-07-18T00:30:00+09:00', slug: 'midnight' }, '2018-07-18-midnight'],
    [{ date: '2018-07-18', slug: undefined, title: 'Hello World' }, '2018-07-18-hello-world'],
    [{ date: '2018-07-18', slug: undefined, title: '題' }, '2018-07-18'],
    [{ slug: '../../etc/passwd' }, '-..-etc-passwd'],
    [{ slug: 'con' }, '_con'],
    [{ slug: '題'.repeat(300) }, '題'.repeat(60)],
    [{ slug: undefined, title: '題' }, 'post'],
  ])('%j', async (change, name) => {
    const { name: made } = await importedPost({ ...plain, ...change }, (address) => address, noTurn);
    expect(made).toBe(name);
  });
});

test('images of a Markdown body move, and nothing else of it changes', async () => {
  const body =
    '![a](https://x.test/a.png "t")  \n<img src="https://x.test/b.png">\n\n`![a](https://x.test/a.png)`';
  const entry: Entry = { ...plain, body, bodyKind: 'markdown' };
  expect(imagesOfEntry(entry)).toEqual(['https://x.test/a.png', 'https://x.test/b.png']);
  const { text } = await importedPost(entry, beside, noTurn);
  expect(text).toContain('\n![a](a.png "t")  \n<img src="b.png">\n\n`![a](https://x.test/a.png)`\n');
});
