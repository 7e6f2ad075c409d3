import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TargetName } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { asOrdinaryUser, smallDisk } from '../files/testing/faults.ts';
import { planExport, runExport } from './export-post.ts';
import { desk, failure, meetup, picture, text, tree, withPicture } from './testing/desk.ts';

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
      { severity: 'error', kind: 'image-missing', line: 7, subject: 'gone.png', post: 'x.md' },
    ]);
  });

  test('images that lead out of the library, and what is no file', async () => {
    const { root, library, job } = await desk({
      'x.md': '---\ntitle: x\n---\n![a](link.png)\n![a](pipe.png)\n![a](folder.png)\n![a](../out.png)\n',
    });
    await writeFile(join(root, 'out.png'), picture);
    await symlink(join(root, 'out.png'), join(library, 'link.png'));
    execFileSync('mkfifo', [join(library, 'pipe.png')]);
    await mkdir(join(library, 'folder.png'));
    expect((await planExport(job())).problems).toEqual([
      { severity: 'error', kind: 'image-outside', line: 4, subject: 'link.png', post: 'x.md' },
      { severity: 'error', kind: 'image-unreadable', line: 5, subject: 'pipe.png', post: 'x.md' },
      { severity: 'error', kind: 'image-unreadable', line: 6, subject: 'folder.png', post: 'x.md' },
      { severity: 'error', kind: 'image-outside', line: 7, subject: '../out.png', post: 'x.md' },
    ]);
  });

  test('images by their place on a disk', async () => {
    const body =
      '![a](C:/x.png) ![b](file:///etc/x.png)\n\n<p><img alt="" src="d:\\\\y.png"></p>\n\n`![c](C:/z.png)`\n';
    const problems = await problemsOf({ 'x.md': `---\ntitle: x\n---\n\n${body}` }, 'hugo');
    expect(
      problems
        .filter(({ severity }) => severity === 'error')
        .map(({ line, kind, subject }) => [line, kind, subject]),
    ).toEqual([
      [5, 'image-outside', 'C:/x.png'],
      [5, 'image-outside', 'file:///etc/x.png'],
      [7, 'image-outside', 'd:\\\\y.png'],
    ]);
  });

  test('another post that would be written to the same file', async () => {
    const files = {
      '2018-07-18-a/index.md': '---\ntitle: 1\n---\n',
      'b.md': '---\nslug: A\n---\n',
      'c.md': 'c',
    };
    expect(await problemsOf(files)).toMatchObject([
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

  test('a place that is none', async () => {
    const { job } = await desk(withPicture);
    for (const folder of ['relative', '~/out', "'/quoted'"]) {
      const said = { kind: 'not-absolute', path: folder };
      expect(await failure(planExport(job({ folder })))).toEqual(said);
      expect(await failure(runExport(job({ folder }), true))).toEqual(said);
    }
    expect(await failure(planExport(job({ folder: '/a\0b' })))).toMatchObject({
      kind: 'bad-name',
      reason: 'control',
    });
  });

  test('something in the way of a file', async () => {
    const { out, job } = await desk(withPicture);
    await mkdir(join(out, 'meetup.html'), { recursive: true });
    expect(await failure(planExport(job()))).toEqual({ kind: 'in-the-way', path: join(out, 'meetup.html') });
    await writeFile(join(out, 'meetup'), 'a file');
    expect(await failure(planExport(job()))).toEqual({ kind: 'in-the-way', path: join(out, 'meetup') });
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
