import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TargetName } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { readBlog } from '../../core/post/blog.ts';
import { failureOf } from '../failures.ts';
import { asOrdinaryUser, smallDisk, temporaryFolder } from '../files/testing/faults.ts';
import { copyableFragment, planExport, runExport } from './export-post.ts';
import type { ExportJob } from './prepare.ts';

interface Desk {
  readonly root: string;
  readonly library: string;
  readonly out: string;
  job(change?: Partial<ExportJob>): ExportJob;
}

/** A library of these files, and a place to export to that does not exist yet. */
async function desk(files: Readonly<Record<string, string | Uint8Array>>, root?: string): Promise<Desk> {
  const top = root ?? (await temporaryFolder());
  const library = join(top, 'library');
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(library, path)), { recursive: true });
    await writeFile(join(library, path), content);
  }
  const out = join(top, 'out');
  const posts = Object.keys(files).filter((path) => path.endsWith('.md')) as PostId[];
  const job = (change: Partial<ExportJob> = {}): ExportJob => ({
    libraryRoot: library,
    blog: readBlog(undefined, 'en').blog,
    post: posts[0] ?? ('' as PostId),
    target: 'html',
    folder: out,
    userDataDir: join(top, 'data'),
    themeCss: '',
    posts,
    ...change,
  });
  return { root: top, library, out, job };
}

const failure = (work: Promise<unknown>) => work.then(() => 'no failure', failureOf);
const text = (path: string) => readFile(path, 'utf8');

async function tree(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

const meetup = '2018-07-18-meetup/index.md' as PostId;
const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);
const withPicture = {
  [meetup]: '---\ntitle: Meetup\n---\n\n![p](p.png)\n',
  '2018-07-18-meetup/p.png': picture,
};

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
      problems: [],
    });
    expect(await readdir(dirname(out))).not.toContain('out');
    const written = [join(out, 'meetup/p.png'), join(out, name)];
    expect(await runExport(job({ target }), false)).toEqual({ written });
    expect(await tree(out)).toEqual([name, 'meetup/p.png'].toSorted());
    expect(new Uint8Array(await readFile(join(out, 'meetup/p.png')))).toEqual(picture);
    expect((await planExport(job({ target }))).files.map(({ change }) => change)).toEqual(['same', 'same']);
    expect(await runExport(job({ target }), false)).toEqual({ written });
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
    expect((await planExport(job())).files).toMatchObject([{ path: 'meetup.html', change: 'changed' }]);
    await runExport(job(), false);
    expect(await text(join(out, 'meetup.html'))).toContain('<title>Changed</title>');
  });
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
    expect((await planExport(job())).files.map(({ change }) => change)).toEqual(['same', 'foreign']);
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

describe('what is wrong is named, and nothing is written', () => {
  const problemsOf = async (
    files: Readonly<Record<string, string | Uint8Array>>,
    target: TargetName = 'html',
  ) => {
    const { out, job } = await desk(files);
    const { problems } = await planExport(job({ target }));
    expect(await failure(runExport(job({ target }), true))).toMatchObject({ kind: 'export-problems' });
    await expect(readdir(out)).rejects.toMatchObject({ code: 'ENOENT' });
    return problems;
  };

  test('a missing image, with its line', async () => {
    const post = '---\ntitle: x\n---\n\ntext\n\n![no](gone.png) and ![yes](p.png)\n';
    expect(await problemsOf({ 'x.md': post, 'p.png': picture })).toEqual([
      { severity: 'error', kind: 'image-missing', line: 7, subject: 'gone.png' },
    ]);
  });

  test('images that lead out of the library, and what is no file', async () => {
    const { root, library, job } = await desk({
      'x.md': '---\ntitle: x\n---\n![](link.png)\n![](pipe.png)\n![](folder.png)\n![](../out.png)\n',
    });
    await writeFile(join(root, 'out.png'), picture);
    await symlink(join(root, 'out.png'), join(library, 'link.png'));
    execFileSync('mkfifo', [join(library, 'pipe.png')]);
    await mkdir(join(library, 'folder.png'));
    expect((await planExport(job())).problems).toEqual([
      { severity: 'error', kind: 'image-outside', line: 4, subject: 'link.png' },
      { severity: 'error', kind: 'image-unreadable', line: 5, subject: 'pipe.png' },
      { severity: 'error', kind: 'image-unreadable', line: 6, subject: 'folder.png' },
      { severity: 'error', kind: 'image-outside', line: 7, subject: '../out.png' },
    ]);
  });

  test('another post that would be written to the same file', async () => {
    const files = {
      '2018-07-18-a/index.md': '---\ntitle: 1\n---\n',
      'b.md': '---\nslug: A\n---\n',
      'c.md': 'c',
    };
    expect(await problemsOf(files)).toEqual([
      { severity: 'error', kind: 'same-file', line: undefined, subject: 'a.html (b.md)' },
    ]);
  });

  test.each(['../x', 'a/b', '"a\\0b"', '/etc/x', 'con', 'C:\\\\x'])('the slug %s', async (slug) => {
    const { out, job } = await desk({ 'x.md': `---\nslug: ${slug}\n---\n` });
    expect(await failure(runExport(job(), true))).toMatchObject({ kind: 'bad-name' });
    await expect(readdir(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a post that is not UTF-8, is gone, or lies outside', async () => {
    const { root, library, job } = await desk({ 'x.md': new Uint8Array([0x93, 0xfa]) });
    expect(await failure(planExport(job()))).toEqual({ kind: 'not-utf8', path: join(library, 'x.md') });
    expect(await failure(planExport(job({ post: 'gone.md' as PostId })))).toEqual({
      kind: 'missing',
      path: join(library, 'gone.md'),
    });
    await writeFile(join(root, 'secret.md'), 'x');
    expect(await failure(planExport(job({ post: '../secret.md' as PostId })))).toMatchObject({
      kind: 'bad-name',
      reason: 'outside',
    });
  });

  test('requests that no window makes', async () => {
    const { job } = await desk({ 'x.md': '' });
    expect(await failure(planExport(job({ folder: 'relative' })))).toMatchObject({ kind: 'refused' });
    expect(await failure(planExport(job({ target: 'constructor' as TargetName })))).toMatchObject({
      kind: 'refused',
    });
  });
});

describe('a folder that is not as it should be', () => {
  test('a file in its place, or above it', async () => {
    const { root, job } = await desk(withPicture);
    await writeFile(join(root, 'out'), 'a file');
    expect(await failure(runExport(job(), true))).toEqual({ kind: 'not-a-folder', path: join(root, 'out') });
    expect(await failure(runExport(job({ folder: join(root, 'out/below') }), true))).toEqual({
      kind: 'not-a-folder',
      path: join(root, 'out/below'),
    });
  });

  test('something in the way of a file', async () => {
    const { out, job } = await desk(withPicture);
    await mkdir(join(out, 'meetup.html'), { recursive: true });
    expect(await failure(planExport(job()))).toEqual({ kind: 'not-a-file', path: join(out, 'meetup.html') });
    await writeFile(join(out, 'meetup'), 'a file');
    expect(await failure(planExport(job()))).toEqual({ kind: 'not-a-folder', path: join(out, 'meetup') });
  });

  test('links that lead out of it are not followed', async () => {
    const { root, out, job } = await desk(withPicture);
    await mkdir(join(root, 'elsewhere'));
    await mkdir(out);
    await symlink(join(root, 'elsewhere'), join(out, 'meetup'));
    expect(await failure(runExport(job(), true))).toEqual({
      kind: 'link-outside',
      path: join(out, 'meetup'),
    });
    const fragment = await desk({ 'x.md': 'x' }, join(root, 'second'));
    await mkdir(fragment.out);
    await symlink(join(root, 'nothing'), join(fragment.out, 'x.html'));
    expect(await failure(runExport(fragment.job(), true))).toEqual({
      kind: 'link-outside',
      path: join(fragment.out, 'x.html'),
    });
    expect(await readdir(join(root, 'elsewhere'))).toEqual([]);
  });

  test('links that stay inside are, and the folder itself may be one', async () => {
    const { root, out, job } = await desk(withPicture);
    await mkdir(join(root, 'real/images'), { recursive: true });
    await symlink(join(root, 'real'), out);
    await symlink('images', join(root, 'real/meetup'));
    await runExport(job(), false);
    expect(await tree(join(root, 'real'))).toContain('images/p.png');
  });

  test('read-only', async (context) => {
    const { root, library, out, job } = await desk(withPicture);
    await runExport(job(), false);
    await writeFile(join(library, meetup), 'changed');
    await chmod(out, 0o555);
    const result = await asOrdinaryUser(context, root, async () => failure(runExport(job(), true)));
    await chmod(out, 0o755);
    expect(result).toMatchObject({ kind: 'denied', access: 'write' });
    expect(await text(join(out, 'meetup.html'))).toContain('<title>Meetup</title>');
  });

  test('full: the old files stay, whole, and nothing else does', async (context) => {
    const disk = await smallDisk(context, 200);
    const { library, job } = await desk({
      'x.md': '---\ntitle: Old\n---\n\n![p](p.png)\n',
      'p.png': picture,
    });
    const folder = join(disk, 'out');
    await runExport(job({ folder }), false);
    const before = await text(join(folder, 'x.html'));
    await writeFile(
      join(library, 'x.md'),
      `---\ntitle: New\n---\n\n![p](p.png)\n\n${`${'word '.repeat(100)}\n\n`.repeat(600)}`,
    );
    await writeFile(join(library, 'p.png'), 'another picture');
    expect(await failure(runExport(job({ folder }), false))).toMatchObject({ kind: 'disk-full' });
    expect(await text(join(folder, 'x.html'))).toBe(before);
    expect(new Uint8Array(await readFile(join(folder, 'x/p.png')))).toEqual(picture);
    expect(await tree(folder)).toEqual(['x.html', 'x/p.png']);
  });

  test('when the memory cannot be written, nothing else is', async () => {
    const { root, out, job } = await desk(withPicture);
    await writeFile(join(root, 'data'), 'a file');
    expect(await failure(runExport(job(), false))).toMatchObject({
      kind: expect.stringMatching(/exists|missing|not-a/),
    });
    await expect(readdir(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

test('the clipboard gets the fragment, as HTML and as its source', async () => {
  const { job } = await desk(withPicture);
  const html = '<p><img src="p.png" alt="p"></p>\n';
  expect(await copyableFragment(job())).toEqual({ html, text: html });
});
