import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { Fude } from '../launch.ts';
import { expect } from '../launch.ts';

/** Makes a disk of its own of this folder; false where nothing may be mounted. */
export function smallDisk(folder: string, kilobytes: number): boolean {
  return mounted('-t', 'tmpfs', '-o', `size=${String(kilobytes)}k`, 'tmpfs', folder);
}

/** Runs `mount`; false where nothing may be mounted. */
export function mounted(...args: readonly string[]): boolean {
  return spawnSync('mount', args).status === 0;
}

/** Also of a disk on which Fude still has files open. */
export function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder]);
}

/** Fills a disk to its last byte, but for `kilobytes` of room. */
export async function fill(path: string, kilobytes = 0): Promise<void> {
  const room = Buffer.alloc(kilobytes * 1024);
  if (kilobytes > 0) await writeFile(`${path}-room`, room);
  await writeFile(path, Buffer.alloc(64 * 1024 * 1024)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  });
  if (kilobytes > 0) execFileSync('rm', [`${path}-room`]);
}

/** Whether system calls of another process can be made to fail here. */
export const canInject = (): boolean => spawnSync('strace', ['-V']).status === 0;

/** What a Fude needs in its surroundings so that all its file work is done by one thread, and can be counted. */
export const oneFileThread = { UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' };

/** How system calls of file work are called. The store writes at places; a plain write is how a thread wakes the loop. */
export const calls = {
  write: 'pwrite64',
  fsync: 'fsync,fdatasync',
  rename: '/^(rename|link)',
  open: '/^open',
} as const;

/** The thread that does the file work of a Fude that was started with `oneFileThread`. */
export async function fileThread({ app }: Fude): Promise<string> {
  const pid = String(app.process().pid);
  const strace = spawn('strace', ['-f', '-e', 'trace=/stat', '-p', pid], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  strace.stderr.setEncoding('utf8').on('data', (chunk) => (said += String(chunk)));
  await expect.poll(() => said, { intervals: [10] }).toContain('attached');
  const name = '/fude-looks-for-its-thread';
  await app.evaluate(async (_electron, path) => {
    const { stat } = process.getBuiltinModule('node:fs/promises');
    await stat(path).catch(() => undefined);
  }, name);
  const looked = new RegExp(`^\\[pid +(\\d+)\\] .*${name}`, 'm');
  await expect.poll(() => said, { intervals: [10] }).toMatch(looked);
  const gone = once(strace, 'exit');
  strace.kill('SIGINT');
  await gone;
  return looked.exec(said)?.[1] ?? '';
}

export interface Injection {
  /** Whether a call has failed by now. */
  readonly happened: () => boolean;
  /** From here on no call fails any more. */
  readonly stop: () => Promise<void>;
}

/** Makes calls of a thread fail, as `strace` words it: `fsync:error=EIO:when=3`. */
export async function inject(thread: string, fault: string): Promise<Injection> {
  const [set = ''] = fault.split(':');
  const args = ['-e', `trace=${set}`, '-e', `inject=${fault}`, '-p', thread];
  const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  strace.stderr.setEncoding('utf8').on('data', (chunk) => (said += String(chunk)));
  await expect.poll(() => said, { intervals: [10] }).toContain('attached');
  const gone = once(strace, 'exit');
  return {
    happened: () => said.includes('(INJECTED)'),
    stop: async () => {
      strace.kill('SIGINT');
      await gone;
    },
  };
}
