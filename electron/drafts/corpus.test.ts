import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { postId, testLibrary } from './testing/test-library.ts';

/** Files as other editors, systems and accidents leave them. */
const corpus: Readonly<Record<string, string>> = {
  empty: '',
  'mark only': '\uFEFF',
  mark: '\uFEFF# Title\n',
  'mark and CRLF': '\uFEFF# Title\r\n\r\ntext\r\n',
  CRLF: 'one\r\ntwo\r\n',
  CR: 'one\rtwo\r',
  mixed: 'one\r\ntwo\nthree\rfour\r\r\n\nfive\n\r',
  'no final newline': 'one\ntwo',
  'only newlines': '\n\n\r\n\r',
  'trailing spaces': 'a  \nb \t \n   \n',
  tabs: '\t- a\n\t\t- b\n',
  'form feeds': 'a\fb\f\n\f\n',
  separators: 'a\u2028b\u2029c\u0085d\n',
  invisible: 'a\u200Bb\u200Dc\u00ADd\u202Ee\u2066f\uFEFFg\n',
  controls: 'a\u0001b\u001Bc\u007Fd\n',
  emoji: '👩‍👩‍👧‍👦 🇯🇵 ☕️ e\u0301 が\u3099\n',
  'rare characters': '𠮷野家 𩸽 \u{10FFFF}\n',
  combining: `a${'\u0301'.repeat(5000)}\n`,
  'long line': `${'x'.repeat(1_000_000)}\n`,
  'front matter with comments': '---\n# comment\ntitle:   "A"   # why\ntags:\n- a\n-   b\n\n---\n\ntext\n',
  'front matter in CRLF': '---\r\ntitle: A\r\n---\r\nbody\r\n',
  'front matter with tabs': '---\ntitle:\tA\n---\n',
  'front matter never closed': '---\ntitle: A\n',
  'broken front matter': '---\ntitle: [a\n: : :\n---\nbody\n',
  TOML: '+++\ntitle = "A"\n+++\nbody\n',
  'JavaScript header': '---js\nprocess.exit()\n---\n',
  'empty front matter': '---\n---\n',
  'alias bomb': `---\na: &a [x]\nb: &b [*a,*a]\ntitle: *b\n---\n`,
  'rule at the top': '---\n\ntext\n',
  large: '20 MB of text, 二十メガバイト\r\n'.repeat(570_000),
};

test('opening, saving without an edit and closing leave every byte and every time', async () => {
  const files = Object.fromEntries(Object.entries(corpus).map(([name, text]) => [`${name}.md`, text]));
  const { library, root } = await testLibrary(files);
  const state = async () =>
    Promise.all(
      Object.keys(files).map(async (name) => {
        const { mtimeMs, ino, size } = await stat(join(root, name));
        return { name, mtimeMs, ino, size };
      }),
    );
  const before = await state();
  expect(await library.list()).toHaveLength(Object.keys(files).length);
  await library.search('nothing of all this');
  for (const name of Object.keys(files)) {
    const { text, hash, readOnly } = await library.open(postId(name));
    expect([name, text.includes('\r'), readOnly]).toEqual([name, false, undefined]);
    expect((await library.save(postId(name), text, hash)).hash).toBe(hash);
  }
  await library.close();
  expect(await state()).toEqual(before);
  for (const [name, text] of Object.entries(files)) {
    expect([name, Buffer.compare(await readFile(join(root, name)), Buffer.from(text))]).toEqual([name, 0]);
  }
});

test('a character more is a character more on disk', async () => {
  for (const [name, text] of Object.entries(corpus)) {
    if (name === 'large') continue;
    const { library, read } = await testLibrary({ 'a.md': text });
    const opened = await library.open(postId('a.md'));
    await library.save(postId('a.md'), `${opened.text}x`, opened.hash);
    expect([name, await read('a.md')]).toEqual([name, `${text}x`]);
  }
});

test('bytes that are no UTF-8 stay as they are and open read-only', async () => {
  const bytes = new Uint8Array([0x23, 0x20, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x0a]);
  const { library, root } = await testLibrary({ 'a.md': bytes, 'b.md': 'a\0\0b' });
  expect((await library.open(postId('a.md'))).readOnly).toBe('not-utf8');
  expect((await library.open(postId('b.md'))).readOnly).toBe('nul-bytes');
  await library.close();
  expect(await readFile(join(root, 'a.md'))).toEqual(Buffer.from(bytes));
});
