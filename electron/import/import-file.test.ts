import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportReport } from '../../core/contract/import.ts';
import { temporaryFolder } from '../files/testing/faults.ts';
import { importFile } from './import-file.ts';

const fixtures = join(import.meta.dirname, '../../core/import/fixtures');
const picture = Buffer.from('picture');

interface Desk {
  readonly from: string;
  readonly library: string;
  readonly run: (name: string, signal?: AbortSignal) => Promise<ImportReport>;
}

async function desk(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Desk> {
  const folder = await temporaryFolder();
  const [from, library] = [join(folder, 'from'), join(folder, 'library')];
  await cp(fixtures, from, { recursive: true });
  await mkdir(library);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const run = (name: string, signal = new AbortController().signal): Promise<ImportReport> =>
    importFile(
      { file: join(from, name), libraryRoot: library, makeLibrary: false },
      { progress: () => undefined, signal },
    );
  return { from, library, run };
}

const tree = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files
    .toSorted()
    .map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')]);
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>;
};

const outcomes = ({ rows }: ImportReport): readonly string[] =>
  rows.map(({ outcome }) => (outcome.kind === 'left-out' ? outcome.reason : `${outcome.kind} ${outcome.id}`));

test('a WordPress export becomes posts with the images of the uploads folder beside it', async () => {
  const { library, run } = await desk({ 'from/uploads/2018/07/flow.png': picture });
  const report = await run('wordpress.xml');
  expect(outcomes(report)).toEqual([
    'imported 2018-07-18-midnight-log/index.md',
    'imported 2012-01-02-昔の書き方/index.md',
    'imported post/index.md',
    'imported 2019-03-10-midnight-log/index.md',
    'imported 2012-01-01-about/index.md',
    'trash',
    'not-a-post',
  ]);
  expect(report).toMatchObject({ format: 'wordpress', images: 2, cut: false, calledOff: false });
  expect(report.rows[3]?.notes.map(({ kind }) => kind)).toEqual(['private', 'slug-twice']);
  const files = await tree(library);
  expect(files['2018-07-18-midnight-log/flow.png']).toBe('picture');
  expect(files['2018-07-18-midnight-log/index.md']).toContain('![流れ](flow.png "ログの流れ")');
  expect(files['2018-07-18-midnight-log/index.md']).toContain('\nimage: flow.png\n');
});

test('without the folder images keep their addresses, and are named', async () => {
  const { library, run } = await desk();
  const { rows, images } = await run('wordpress.xml');
  expect(images).toBe(0);
  expect(rows[0]?.notes).toContainEqual({
    kind: 'images-left',
    subject: 'https://yoru.example.com/wp-content/uploads/2018/07/flow.png',
    count: 2,
  });
  expect((await tree(library))['2018-07-18-midnight-log/index.md']).toContain(
    '(https://yoru.example.com/wp-content',
  );
});

test('the same file again changes nothing', async () => {
  const { library, run } = await desk({ 'from/images/20180718/20180718003000.png': picture });
  await run('hatena.txt');
  const before = await tree(library);
  expect(outcomes(await run('hatena.txt'))).toEqual([
    'same 2018-07-18-003000/index.md',
    'same 2025-12-31-markdown-post/index.md',
  ]);
  expect(await tree(library)).toEqual(before);
});

test('what bears the name already stays, and the post goes beside it', async () => {
  const { library, run } = await desk({
    'library/2018-07-18-003000/index.md': 'mine',
    'library/2025-12-31-markdown-post': 'a file',
  });
  expect(outcomes(await run('hatena.txt'))).toEqual([
    'imported 2018-07-18-003000-2/index.md',
    'imported 2025-12-31-markdown-post-2/index.md',
  ]);
  const files = await tree(library);
  expect(files['2018-07-18-003000/index.md']).toBe('mine');
  expect(files['2025-12-31-markdown-post']).toBe('a file');
});

describe('encodings', () => {
  test.each(['SHIFT_JIS', 'EUC-JP', 'ISO-2022-JP', 'UTF-16'])('%s gives the same posts', async (encoding) => {
    const [plain, other] = [await desk(), await desk()];
    await plain.run('hatena.txt');
    const bytes = execFileSync('iconv', ['-f', 'UTF-8', '-t', encoding, join(other.from, 'hatena.txt')]);
    await writeFile(join(other.from, 'hatena.txt'), bytes);
    await other.run('hatena.txt');
    expect(await tree(other.library)).toEqual(await tree(plain.library));
  });

  test('XML in the encoding that it names', async () => {
    const [plain, other] = [await desk(), await desk()];
    await plain.run('wordpress.xml');
    const text = (await readFile(join(other.from, 'wordpress.xml'), 'utf8')).replace('UTF-8', 'EUC-JP');
    await writeFile(join(other.from, 'wordpress.xml'), text);
    const bytes = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'EUC-JP', join(other.from, 'wordpress.xml')]);
    await writeFile(join(other.from, 'wordpress.xml'), bytes);
    await other.run('wordpress.xml');
    expect(await tree(other.library)).toEqual(await tree(plain.library));
  });

  test('bytes of no encoding are told of', async () => {
    const { from, run } = await desk();
    await writeFile(
      join(from, 'x.txt'),
      Buffer.concat([
        Buffer.from('TITLE: a\n-----\nBODY:\n筆'),
        Buffer.from([0xff, 0x81, 0xfe]),
        Buffer.from('\n-----\n--------\n'),
      ]),
    );
    expect((await run('x.txt')).rows[0]?.notes).toContainEqual({
      kind: 'characters-lost',
      subject: '',
      count: 1,
    });
  });
});

describe('what cannot be imported', () => {
  test.each(['<html></html>', 'Dear diary', '', '{"a": 1}'])('%j is no export', async (text) => {
    const { from, run } = await desk();
    await writeFile(join(from, 'x.txt'), text);
    await expect(run('x.txt')).rejects.toMatchObject({ failure: { kind: 'not-an-export' } });
  });

  test('a cut file says so', async () => {
    const { from, run, library } = await desk();
    const text = await readFile(join(from, 'wordpress.xml'), 'utf8');
    await writeFile(join(from, 'x.xml'), text.slice(0, text.indexOf('昔の書き方') + 100));
    const report = await run('x.xml');
    expect(report.cut).toBe(true);
    expect(outcomes(report)).toEqual(['imported 2018-07-18-midnight-log/index.md', 'cut']);
    expect(Object.keys(await tree(library))).toEqual(['2018-07-18-midnight-log/index.md']);
  });

  test('a library that is a file', async () => {
    const { from } = await desk();
    const job = { file: join(from, 'hatena.txt'), libraryRoot: join(from, 'hatena.txt'), makeLibrary: false };
    const watch = { progress: () => undefined, signal: new AbortController().signal };
    await expect(importFile(job, watch)).rejects.toMatchObject({ failure: { kind: 'not-a-folder' } });
  });
});

test('where an engine wants single files, posts are such', async () => {
  const { library, run } = await desk({ 'library/_config.yml': 'title: x\n', 'library/_posts/.keep': '' });
  expect(outcomes(await run('hatena.txt'))[0]).toBe('imported _posts/2018-07-18-003000.md');
  expect(Object.keys(await tree(library))).toContain('_posts/2018-07-18-003000.md');
});

test('called off in the middle, whole posts are there and nothing else', async () => {
  const { from, library } = await desk();
  const one = (n: number): string =>
    `TITLE: ${String(n)}\nDATE: 01/01/2020 00:00:00\nBASENAME: p${String(n)}\n-----\nBODY:\n${'文'.repeat(2000)}\n-----\n--------\n`;
  await writeFile(join(from, 'many.txt'), '');
  for (let n = 0; n < 300; n += 1) await appendFile(join(from, 'many.txt'), one(n));
  const stop = new AbortController();
  const report = await importFile(
    { file: join(from, 'many.txt'), libraryRoot: library, makeLibrary: false },
    { progress: () => stop.abort(), signal: stop.signal },
  );
  expect(report.calledOff).toBe(true);
  expect(report.rows.length).toBeGreaterThan(0);
  expect(report.rows.length).toBeLessThan(300);
  const names = await readdir(library);
  expect(names).toHaveLength(report.rows.length);
  for (const name of names) expect((await stat(join(library, name, 'index.md'))).size).toBeGreaterThan(6000);
});
