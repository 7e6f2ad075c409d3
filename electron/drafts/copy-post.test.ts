import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureFrom, postId, testLibrary } from './testing/test-library.ts';

test('a copy has the same bytes and the images, under the next free name', async () => {
  const { library, files, root } = await testLibrary({
    '2026-11-22-a/index.md': '\uFEFFtext\r\n',
    '2026-11-22-a/a.png': 'png',
    '2026-11-22-a-2/index.md': '',
    'loose.md': 'x',
  });
  const copy = await library.duplicate(postId('2026-11-22-a/index.md'));
  expect(copy).toMatchObject({ id: '2026-11-22-a-3/index.md', text: 'text\n' });
  expect(await readFile(join(root, copy.id))).toEqual(await readFile(join(root, '2026-11-22-a/index.md')));
  expect(await files()).toContain('2026-11-22-a-3/a.png');
  expect((await library.duplicate(postId('loose.md'))).id).toBe('loose-2.md');
  expect(await library.list()).toHaveLength(5);
});

test('a copy of a post without a slug is another new post of its day', async () => {
  const { library } = await testLibrary();
  await library.create('a', '2026-11-22');
  const { id } = await library.create('b', '2026-11-22');
  const copy = await library.duplicate(id);
  expect(copy.id).toBe('2026-11-22-3/index.md');
  expect(await library.settleSlug(copy.id, 'Named')).toBe('2026-11-22-named/index.md');
});

const japanese = '# 勉強会\r\n\r\nメモを書きました。\r\n';
const inEncoding = (encoding: string) =>
  execFileSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input: japanese });

test.each(['SHIFT_JIS', 'EUC-JP', 'ISO-2022-JP', 'UTF-16', 'UTF-16LE'])(
  'a post in %s opens read-only; its copy is UTF-8 and can be written',
  async (encoding) => {
    const bytes = inEncoding(encoding);
    const { library, root, read } = await testLibrary({ '2018-a/index.md': bytes, '2018-a/a.png': 'png' });
    const id = postId('2018-a/index.md');
    const opened = await library.open(id);
    expect(opened).toMatchObject({ readOnly: 'not-utf8', text: '# 勉強会\n\nメモを書きました。\n' });
    const copy = await library.convertToUtf8(id);
    expect(copy).toMatchObject({ id: '2018-a-utf8/index.md', readOnly: undefined, text: opened.text });
    expect(await read(copy.id)).toBe(japanese);
    expect(await read('2018-a-utf8/a.png')).toBe('png');
    expect(await readFile(join(root, id))).toEqual(bytes);
    await library.save(copy.id, 'new', copy.hash);
  },
);

test('Western UTF-16 without a mark shows its NUL bytes and converts', async () => {
  const { library } = await testLibrary({ 'a.md': Buffer.from('# Hello\n', 'utf16le') });
  expect((await library.open(postId('a.md'))).readOnly).toBe('nul-bytes');
  expect(await library.convertToUtf8(postId('a.md'))).toMatchObject({ id: 'a-utf8.md', text: '# Hello\n' });
});

test('what no encoding fits is not converted, and nothing is left behind', async () => {
  const { library, files } = await testLibrary({
    'a.md': new Uint8Array([0xff, 0, 0x81, 0, 0]),
    'b.md': 'a\0b',
  });
  expect((await failureFrom(library.convertToUtf8(postId('a.md')))).kind).toBe('not-utf8');
  expect((await failureFrom(library.convertToUtf8(postId('b.md')))).kind).toBe('not-utf8');
  expect(await files()).toEqual(['a.md', 'b.md']);
});
