import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { failureOf } from '../failures.ts';
import { readHead, readRegularFile } from './read.ts';
import { temporaryFolder } from './testing/faults.ts';

const failureKind = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: unknown) => failureOf(error).kind,
  );

test('reads all bytes up to the limit and refuses one more', async () => {
  const path = join(await temporaryFolder(), 'post.md');
  await writeFile(path, 'x'.repeat(10_000));
  expect((await readRegularFile(path, 10_000)).length).toBe(10_000);
  const error: unknown = await readRegularFile(path, 9_999).catch((thrown: unknown) => thrown);
  expect(failureOf(error)).toEqual({ kind: 'too-large', path, size: 10_000, limit: 9_999 });
});

test('reads an empty file, and one that says it is empty and is not', async (context) => {
  const path = join(await temporaryFolder(), 'empty.md');
  await writeFile(path, '');
  expect((await readRegularFile(path, 100)).length).toBe(0);
  if (process.platform !== 'linux') context.skip('/proc is Linux');
  expect((await readRegularFile('/proc/self/maps', 10_000_000)).length).toBeGreaterThan(4096);
});

test('FIFOs, folders, sockets and devices are not opened', async (context) => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'folder.md'));
  expect(await failureKind(readRegularFile(join(folder, 'folder.md'), 100))).toBe('not-a-file');
  if (process.platform === 'win32') context.skip('Windows has no FIFOs in folders');
  execFileSync('mkfifo', [join(folder, 'fifo.md')]);
  expect(await failureKind(readRegularFile(join(folder, 'fifo.md'), 100))).toBe('not-a-file');
  expect(await failureKind(readHead('/dev/zero', 100))).toBe('not-a-file');
  const server = createServer().listen(join(folder, 'socket.md'));
  onTestFinished(() => {
    server.close();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  expect(await failureKind(readRegularFile(join(folder, 'socket.md'), 100))).toBe('not-a-file');
});

test('a circle of links and a missing file are told apart', async () => {
  const folder = await temporaryFolder();
  await symlink('circle.md', join(folder, 'circle.md'));
  expect(await failureKind(readRegularFile(join(folder, 'circle.md'), 100))).toBe('not-a-file');
  expect(await failureKind(readRegularFile(join(folder, 'none.md'), 100))).toBe('missing');
});

test('the head of a file is cut at the length, or shorter', async () => {
  const path = join(await temporaryFolder(), 'post.md');
  await writeFile(path, 'abcdef');
  expect((await readHead(path, 4)).bytes.toString()).toBe('abcd');
  expect((await readHead(path, 400)).bytes.toString()).toBe('abcdef');
});
