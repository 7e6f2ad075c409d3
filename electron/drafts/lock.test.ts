import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { asOrdinaryUser, temporaryFolder } from '../files/testing/faults.ts';
import { lockLibrary, lockName } from './lock.ts';

const lockOf = (holder: unknown): string => JSON.stringify(holder);

test('a library is locked while it is open and leaves nothing behind', async () => {
  const root = await temporaryFolder();
  const lock = await lockLibrary(root);
  expect(lock.state).toBe('mine');
  expect(JSON.parse(await readFile(join(root, lockName), 'utf8'))).toMatchObject({ pid: process.pid });
  await lock.release();
  expect(await readdir(root)).toEqual([]);
});

test('a library that another running process has open is said, and its lock is left alone', async () => {
  const root = await temporaryFolder();
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: 'pipe' });
  onTestFinished(() => {
    other.kill();
  });
  const mine = await lockLibrary(root);
  const { started } = JSON.parse(await readFile(join(root, lockName), 'utf8')) as { started: string };
  await mine.release();
  const otherStart = process.platform === 'linux' ? await startOnLinux(other.pid ?? 0) : started;
  const text = lockOf({ host: hostname(), pid: other.pid, started: otherStart });
  await writeFile(join(root, lockName), text);
  const lock = await lockLibrary(root);
  expect(lock.state).toBe('theirs');
  await lock.release();
  expect(await readFile(join(root, lockName), 'utf8')).toBe(text);
});

async function startOnLinux(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

test('the lock of a process that ended is taken over', async () => {
  const root = await temporaryFolder();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await writeFile(join(root, lockName), lockOf({ host: hostname(), pid, started: '' }));
  expect((await lockLibrary(root)).state).toBe('mine');
});

test('a process id that was given to another program holds nothing', async (context) => {
  if (process.platform !== 'linux') context.skip('only Linux tells when a process started');
  const root = await temporaryFolder();
  await writeFile(join(root, lockName), lockOf({ host: hostname(), pid: process.ppid, started: '1' }));
  expect((await lockLibrary(root)).state).toBe('mine');
});

test('a lock from another machine is said once and then taken over', async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, lockName), lockOf({ host: `not-${hostname()}`, pid: 1, started: '5' }));
  const first = await lockLibrary(root);
  expect(first.state).toBe('theirs');
  await first.release();
  expect(await readdir(root)).toEqual([]);
});

test.each(['', '{', '{"host":1}', 'null', '\0\0\0\0'])('a lock that says %j holds nothing', async (text) => {
  const root = await temporaryFolder();
  await writeFile(join(root, lockName), text);
  expect((await lockLibrary(root)).state).toBe('mine');
});

test('a read-only library opens without a lock', async (context) => {
  const root = await temporaryFolder();
  const closed = join(root, 'closed');
  await asOrdinaryUser(context, root, async () => {
    await mkdir(closed);
    await chmod(closed, 0o555);
    expect((await lockLibrary(closed)).state).toBe('none');
  });
});
