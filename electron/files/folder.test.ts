import { execFileSync } from 'node:child_process';
import { chmod, link, mkdir, readFile, readdir, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureOf } from '../failures.ts';
import { copyFolder, makeFolder, makeFolders, moveTo, nameTaken } from './folder.ts';
import { asOrdinaryUser, temporaryFolder } from './testing/faults.ts';

const failureKind = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: unknown) => failureOf(error).kind,
  );

test('moves a folder with all it holds, never over another', async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, 'a'));
  await writeFile(join(root, 'a/index.md'), 'text');
  await mkdir(join(root, 'b'));
  expect(await failureKind(moveTo(join(root, 'a'), join(root, 'b')))).toBe('exists');
  await moveTo(join(root, 'a'), join(root, 'c'));
  expect((await readdir(root)).toSorted()).toEqual(['b', 'c']);
  expect(await readFile(join(root, 'c/index.md'), 'utf8')).toBe('text');
});

test('never moves a file over another, a broken link or its own hard link', async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, 'a.md'), 'a');
  await writeFile(join(root, 'b.md'), 'b');
  await symlink('nowhere', join(root, 'link.md'));
  await link(join(root, 'a.md'), join(root, 'twin.md'));
  for (const name of ['b.md', 'link.md', 'twin.md']) {
    expect(await failureKind(moveTo(join(root, 'a.md'), join(root, name)))).toBe('exists');
  }
  expect(await failureKind(moveTo(join(root, 'none.md'), join(root, 'new.md')))).toBe('missing');
});

test('copies a folder, keeps links as links, leaves a FIFO out, refuses a name in use', async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, 'a/inner'), { recursive: true });
  await writeFile(join(root, 'a/inner/image.png'), 'png');
  await symlink('inner/image.png', join(root, 'a/link.png'));
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(root, 'a/fifo')]);
  await copyFolder(join(root, 'a'), join(root, 'b'));
  expect((await readdir(join(root, 'b'))).toSorted()).toEqual(['inner', 'link.png']);
  expect(await readlink(join(root, 'b/link.png'))).toBe('inner/image.png');
  expect(await readFile(join(root, 'b/inner/image.png'), 'utf8')).toBe('png');
  expect(await failureKind(copyFolder(join(root, 'a'), join(root, 'b')))).toBe('exists');
  expect(await failureKind(makeFolder(join(root, 'a')))).toBe('exists');
  expect(await nameTaken(join(root, 'none'))).toBe(false);
});

test('makes a folder and what is missing above it, and says what cannot be made', async () => {
  const root = await temporaryFolder();
  expect(await makeFolders(join(root, 'a/b/c'))).toBe(join(root, 'a'));
  expect(await makeFolders(join(root, 'a/b/c'))).toBeUndefined();
  await symlink('a', join(root, 'link'));
  expect(await makeFolders(join(root, 'link/d/'))).toBe(join(root, 'link/d/'));
  await writeFile(join(root, 'file'), 'x');
  expect(await failureKind(makeFolders(join(root, 'file')))).toBe('not-a-folder');
});

test.runIf(process.platform === 'linux')('gives up where a file system makes no folders', async () => {
  const work = makeFolders('/proc/self/fude/export');
  expect(await work.catch((error: unknown) => failureOf(error))).toEqual({
    kind: 'missing',
    path: '/proc/self/fude',
  });
});

test('a file that its owner made read-only is copied with its folder', async (context) => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'a'));
  await writeFile(join(folder, 'a/photo.png'), 'png');
  await chmod(join(folder, 'a/photo.png'), 0o444);
  await asOrdinaryUser(context, folder, () => copyFolder(join(folder, 'a'), join(folder, 'b')));
  expect(await readFile(join(folder, 'b/photo.png'), 'utf8')).toBe('png');
});
