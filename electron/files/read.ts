import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { FailureError, failing, failingNow } from '../failures.ts';

// A FIFO or a device would block the open for good; absent on Windows, where neither can lie in a folder.
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens an ordinary file; directories, FIFOs, devices and sockets are `not-a-file`. The file is closed afterwards. */
async function withRegularFile<T>(
  path: string,
  work: (file: FileHandle, stats: Stats) => Promise<T>,
): Promise<T> {
  return failing(path, 'read', async () => {
    const file = await open(path, openFlags);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) throw new FailureError({ kind: 'not-a-file', path });
      return await work(file, stats);
    } finally {
      await file.close();
    }
  });
}

/** Fills the buffer from the start of the file, as far as the file goes; answers the number of bytes. */
async function fill(file: FileHandle, buffer: Buffer): Promise<number> {
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

/** All bytes of an ordinary file; `too-large` above `limit` bytes, also when it grows while it is read. */
export async function readRegularFile(path: string, limit: number): Promise<Buffer> {
  return withRegularFile(path, async (file, stats) => {
    const tooLarge = (size: number) => new FailureError({ kind: 'too-large', path, size, limit });
    if (stats.size > limit) throw tooLarge(stats.size);
    // Files of /proc and some network shares say 0 bytes and hold more; one byte of room shows growth.
    for (let capacity = Math.max(stats.size, 4096) + 1; ; capacity *= 2) {
      const buffer = Buffer.allocUnsafe(Math.min(capacity, limit + 1));
      const length = await fill(file, buffer);
      if (length > limit) throw tooLarge(length);
      if (length < buffer.length) return buffer.subarray(0, length);
    }
  });
}

/** {@link readRegularFile} in one go, for what a start cannot do without; small files only. */
export function readRegularFileSync(path: string, limit: number): Buffer {
  return failingNow(path, 'read', () => {
    const file = openSync(path, openFlags);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) throw new FailureError({ kind: 'not-a-file', path });
      const buffer = Buffer.allocUnsafe(Math.min(stats.size, limit) + 1);
      let length = 0;
      for (let count = 1; count > 0 && length < buffer.length; length += count)
        count = readSync(file, buffer, length, buffer.length - length, length);
      if (length === buffer.length)
        throw new FailureError({ kind: 'too-large', path, size: Math.max(stats.size, length), limit });
      return buffer.subarray(0, length);
    } finally {
      closeSync(file);
    }
  });
}

export interface FileHead {
  readonly bytes: Buffer;
  readonly stats: Stats;
}

/** The first `length` bytes of an ordinary file, fewer when it is shorter. */
export async function readHead(path: string, length: number): Promise<FileHead> {
  return withRegularFile(path, async (file, stats) => {
    const buffer = Buffer.allocUnsafe(Math.min(length, Math.max(stats.size, 1)));
    return { bytes: buffer.subarray(0, await fill(file, buffer)), stats };
  });
}
