import { execFileSync } from 'node:child_process';
import {
  chmod,
  link,
  lstat,
  mkdir,
  readFile,
  readdir,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FailureError, failureOf } from '../failures.ts';
import type { Failure } from '../../core/contract/failure.ts';
import { writeFileAtomic } from './atomic-write.ts';
import { asOrdinaryUser, smallDisk, temporaryFolder } from './testing/faults.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

async function failureFrom(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FailureError);
  return failureOf(error);
}

test('makes a file, and replaces one', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'post.md');
  await writeFileAtomic(path, text('one'));
  expect(await readFile(path, 'utf8')).toBe('one');
  await writeFileAtomic(path, text('二'));
  expect(await readFile(path, 'utf8')).toBe('二');
  expect(await readdir(folder)).toEqual(['post.md']);
});

test('an empty file and one of 20 MB come back whole', async () => {
  const path = join(await temporaryFolder(), 'post.md');
  await writeFileAtomic(path, new Uint8Array());
  expect((await stat(path)).size).toBe(0);
  const large = new Uint8Array(20_000_000).map((_, index) => index % 251);
  await writeFileAtomic(path, large);
  expect(Buffer.compare(await readFile(path), large)).toBe(0);
});

test('keeps the mode of the file', async () => {
  const path = join(await temporaryFolder(), 'post.md');
  await writeFile(path, 'one');
  await chmod(path, 0o640);
  await writeFileAtomic(path, text('two'));
  expect((await stat(path)).mode & 0o7777).toBe(0o640);
});

test('keeps the owner of the file when root saves it', async (context) => {
  if (process.getuid?.() !== 0) context.skip('only root can own files of others');
  const path = join(await temporaryFolder(), 'post.md');
  await writeFile(path, 'one');
  execFileSync('chown', ['65534:65534', path]);
  await writeFileAtomic(path, text('two'));
  expect(await stat(path)).toMatchObject({ uid: 65534, gid: 65534 });
});

test('a link stays a link and the file it leads to is replaced', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'real'));
  await writeFile(join(folder, 'real/post.md'), 'one');
  const path = join(folder, 'post.md');
  await symlink('real/post.md', path);
  await writeFileAtomic(path, text('two'));
  expect(await readlink(path)).toBe('real/post.md');
  expect(await readFile(join(folder, 'real/post.md'), 'utf8')).toBe('two');
  expect(await readdir(join(folder, 'real'))).toEqual(['post.md']);
});

test('a link into nothing and a circle of links are refused', async () => {
  const folder = await temporaryFolder();
  await symlink('nowhere.md', join(folder, 'broken.md'));
  await symlink('circle.md', join(folder, 'circle.md'));
  expect((await failureFrom(writeFileAtomic(join(folder, 'broken.md'), text('x')))).kind).toBe('missing');
  expect((await failureFrom(writeFileAtomic(join(folder, 'circle.md'), text('x')))).kind).toBe('not-a-file');
  expect((await readdir(folder)).toSorted()).toEqual(['broken.md', 'circle.md']);
});

test('a folder or a FIFO in the place of the file is not replaced', async (context) => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'folder.md'));
  expect((await failureFrom(writeFileAtomic(join(folder, 'folder.md'), text('x')))).kind).toBe('not-a-file');
  if (process.platform === 'win32') context.skip('Windows has no FIFOs in folders');
  execFileSync('mkfifo', [join(folder, 'fifo.md')]);
  expect((await failureFrom(writeFileAtomic(join(folder, 'fifo.md'), text('x')))).kind).toBe('not-a-file');
  expect((await lstat(join(folder, 'fifo.md'))).isFIFO()).toBe(true);
});

test('a folder that is gone is named by the path asked for, and nothing is made', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'gone', 'post.md');
  expect(await failureFrom(writeFileAtomic(path, text('x')))).toEqual({ kind: 'missing', path });
  expect(await readdir(folder)).toEqual([]);
});

test('a throw before the replacement leaves the old file and no temporary one', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'post.md');
  await writeFile(path, 'old');
  const failure = await failureFrom(
    writeFileAtomic(path, text('new'), {
      beforeReplace: async () => {
        expect(await readFile(path, 'utf8')).toBe('old');
        throw new FailureError({ kind: 'changed-outside', path });
      },
    }),
  );
  expect(failure.kind).toBe('changed-outside');
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['post.md']);
});

test('a new file never takes a name in use, not even at the last moment', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'post.md');
  await writeFileAtomic(path, text('mine'), { create: true });
  expect((await failureFrom(writeFileAtomic(path, text('other'), { create: true }))).kind).toBe('exists');
  const late = join(folder, 'late.md');
  const failure = await failureFrom(
    writeFileAtomic(late, text('mine'), {
      create: true,
      beforeReplace: () => writeFile(late, 'theirs'),
    }),
  );
  expect(failure.kind).toBe('exists');
  expect(await readFile(late, 'utf8')).toBe('theirs');
  expect((await readdir(folder)).toSorted()).toEqual(['late.md', 'post.md']);
});

test('a hard link elsewhere keeps the old bytes', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.md'), 'old');
  await link(join(folder, 'a.md'), join(folder, 'b.md'));
  await writeFileAtomic(join(folder, 'a.md'), text('new'));
  expect(await readFile(join(folder, 'b.md'), 'utf8')).toBe('old');
});

test('a disk that fills up in the middle keeps the old file byte for byte', async (context) => {
  const disk = await smallDisk(context, 256);
  const path = join(disk, 'post.md');
  const old = 'o'.repeat(100_000);
  await writeFile(path, old);
  expect(await failureFrom(writeFileAtomic(path, new Uint8Array(200_000).fill(110)))).toEqual({
    kind: 'disk-full',
    path,
  });
  expect(await readFile(path, 'utf8')).toBe(old);
  expect(await readdir(disk)).toEqual(['post.md']);
  await rm(path);
  await writeFileAtomic(path, new Uint8Array(200_000).fill(110));
  expect((await stat(path)).size).toBe(200_000);
});

test('a read-only file or folder is a denial, and the file stays', async (context) => {
  const folder = await temporaryFolder();
  await asOrdinaryUser(context, folder, async () => {
    const path = join(folder, 'post.md');
    await writeFile(path, 'old');
    await chmod(path, 0o444);
    const denied = { kind: 'denied', path, access: 'write' };
    expect(await failureFrom(writeFileAtomic(path, text('new')))).toEqual(denied);
    const inside = join(folder, 'closed');
    await mkdir(inside);
    await writeFile(join(inside, 'post.md'), 'old');
    await chmod(inside, 0o555);
    expect((await failureFrom(writeFileAtomic(join(inside, 'post.md'), text('new')))).kind).toBe('denied');
    expect(await readFile(join(inside, 'post.md'), 'utf8')).toBe('old');
    await chmod(inside, 0o755);
  });
});
