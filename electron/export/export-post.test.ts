import { mkdir, readFile, readdir, rename, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../files/hash.ts';
import { copyableFragment, lookAtExport, planExport, runExport } from './export-post.ts';
import { contents } from './testing/killed-export.ts';
import { desk, failure, meetup, picture, text, tree, withPicture } from './testing/desk.ts';

describe('an export', () => {
  test.each([
    ['html', 'meetup.html'],
    ['fragment', 'meetup.html'],
    ['markdown', 'meetup.md'],
  ] as const)('as %s is planned, written, and then unchanged', async (target, name) => {
    const { out, job } = await desk(withPicture);
    expect(await planExport(job({ target }))).toEqual({
      files: [
        { path: 'meetup/p.png', size: 8, change: 'new' },
        { path: name, size: expect.any(Number), change: 'new' },
      ],
      unchanged: 0,
      posts: 1,
      drafts: 0,
      problems: [],
    });
    expect(await readdir(dirname(out))).not.toContain('out');
    const paths = [join(out, 'meetup/p.png'), join(out, name)];
    const counts = { written: 2, removed: 0, unchanged: 0, undoable: true };
    expect(await runExport(job({ target }), false)).toEqual({ ...counts, paths });
    expect(await tree(out)).toEqual([name, 'meetup/p.png'].toSorted());
    expect(new Uint8Array(await readFile(join(out, 'meetup/p.png')))).toEqual(picture);
    expect((await planExport(job({ target }))).files.map(({ change }) => change)).toEqual(['same', 'same']);
    const idle = { written: 0, removed: 0, unchanged: 2, undoable: false };
    expect(await runExport(job({ target }), false)).toEqual({ ...idle, paths });
  });

  test('never changes the library', async () => {
    const { library, job } = await desk(withPicture);
    const before = await tree(library);
    for (const target of ['html', 'fragment', 'markdown'] as const) await runExport(job({ target }), true);
    expect(await tree(library)).toEqual(before);
    expect(await text(join(library, meetup))).toBe(withPicture[meetup]);
  });

  test('as Markdown keeps byte order mark, line ends and odd blanks', async () => {
    const source = '\uFEFF---\r\ntitle:   "x"  \r\n---\r\n\r\nline  \nother\r\n\t\r\n';
    const { out, job } = await desk({ 'x.md': source });
    await runExport(job({ target: 'markdown' }), false);
    expect(await text(join(out, 'x.md'))).toBe(source);
  });

  test('replaces what an earlier one wrote', async () => {
    const { library, out, job } = await desk(withPicture);
    await runExport(job(), false);
    await writeFile(join(library, meetup), '---\ntitle: Changed\n---\n');
    expect((await planExport(job())).files).toMatchObject([
      { path: 'meetup.html', change: 'changed' },
      { path: 'meetup/p.png', change: 'removed' },
    ]);
    await runExport(job(), false);
    expect(await text(join(out, 'meetup.html'))).toContain('<title>Changed</title>');
    // The picture that it shows no more is gone, and its folder.
    expect(await tree(out)).toEqual(['meetup.html']);
  });
});

test('a look at a folder that a killed export left half-way writes nothing, and says so', async () => {
  const { out, library, job } = await desk(withPicture);
  await runExport(job(), false);
  // Killed after the page was put in place.
  const file = join(out, 'meetup.html');
  const stage = join(out, '.fude-export-1-1-00ff');
  await mkdir(stage);
  await rename(file, join(stage, '0.old'));
  await writeFile(file, 'new');
  const steps = [{ file, hash: sha256(new TextEncoder().encode('new')), present: true }];
  await writeFile(join(stage, 'undo.json'), JSON.stringify({ steps, folders: [] }));
  const before = await contents(out);
  expect((await planExport(job())).problems).toMatchObject([
    { severity: 'warning', kind: 'export-interrupted', subject: out },
  ]);
  expect(await contents(out)).toEqual(before);
  await writeFile(join(library, meetup), '---\ntitle: Changed\n---\n\n![p](p.png)\n');
  expect(await runExport(job(), false)).toMatchObject({ written: 1 });
  expect(await tree(out)).toEqual(['meetup.html', 'meetup/p.png']);
});

describe('files that Fude did not write', () => {
  test('are never written over without a yes', async () => {
    const { out, job } = await desk(withPicture);
    await mkdir(join(out, 'meetup'), { recursive: true });
    await writeFile(join(out, 'meetup.html'), 'mine');
    expect((await planExport(job())).files.map(({ change }) => change)).toEqual(['new', 'foreign']);
    expect(await failure(runExport(job(), false))).toEqual({
      kind: 'would-overwrite',
      paths: [join(out, 'meetup.html')],
    });
    expect(await text(join(out, 'meetup.html'))).toBe('mine');
    expect(await tree(out)).toEqual(['meetup.html']);
    await runExport(job(), true);
    expect(await text(join(out, 'meetup.html'))).toContain('<!DOCTYPE html>');
  });

  test('include those that somebody changed afterwards, and those of another library', async () => {
    const { root, out, job } = await desk(withPicture);
    await runExport(job(), false);
    const other = await desk({ 'meetup.md': 'another' }, join(root, 'second'));
    const theirs = other.job({ folder: out, userDataDir: join(root, 'data') });
    expect((await planExport(theirs)).files).toMatchObject([{ change: 'foreign' }]);
    await writeFile(join(out, 'meetup.html'), 'edited by hand');
    expect((await planExport(job())).files.map(({ change }) => change)).toEqual(['same', 'edited']);
    expect(await failure(runExport(job(), false))).toMatchObject({ kind: 'would-overwrite' });
  });

  test('without memory, everything is foreign; a damaged memory is none', async () => {
    const { root, library, job } = await desk(withPicture);
    await runExport(job(), false);
    await writeFile(join(library, meetup), 'changed');
    expect((await planExport(job({ userDataDir: undefined }))).files).toMatchObject([{ change: 'foreign' }]);
    const [receipts] = await readdir(join(root, 'data/exports'));
    await truncate(join(root, 'data/exports', receipts ?? ''), 10);
    expect((await planExport(job())).files).toMatchObject([{ change: 'foreign' }]);
  });

  test('a post of the library is not written over even with a yes', async () => {
    const { library, job } = await desk({ 'x.md': '![p](p.png)\n', 'p.png': picture });
    const into = job({ target: 'markdown', folder: library });
    expect(await failure(runExport(into, true))).toEqual({ kind: 'exists', path: join(library, 'x.md') });
    expect(await text(join(library, 'x.md'))).toBe('![p](p.png)\n');
  });
});

test('no export becomes another post of the library', async () => {
  const { library, job } = await desk(withPicture);
  for (const [folder, file] of [
    ['', 'meetup.md'],
    ['out', 'out/meetup.md'],
  ] as const) {
    const into = job({ target: 'markdown', folder: join(library, folder) });
    const said = { kind: 'inside-library', path: join(library, file) };
    expect(await failure(planExport(into))).toEqual(said);
    expect(await failure(runExport(into, true))).toEqual(said);
  }
  // Pages are none, and folders that begin with a dot hold none.
  await runExport(job({ folder: join(library, 'site') }), false);
  await runExport(job({ target: 'markdown', folder: join(library, '.out') }), false);
});

test('the clipboard gets the fragment, as HTML and as its source', async () => {
  const { job } = await desk(withPicture);
  const html = '<p><img src="p.png" alt="p"></p>\n';
  expect(await copyableFragment(job())).toEqual({ html, text: html });
});

test('a plan that is called off ends at its next step, also while it reads thousands of posts', async () => {
  const posts = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [`p${String(at)}/index.md`, 'Text.\n']),
  );
  const { job } = await desk(posts);
  const off = new AbortController();
  const plan = lookAtExport(job(), off.signal);
  off.abort(new Error('called off'));
  await expect(plan).rejects.toThrow('called off');
  // The next one does not wait for anything.
  expect((await lookAtExport(job(), new AbortController().signal)).plan.files).toHaveLength(1);
});
