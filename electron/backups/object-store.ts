import { createHash, randomBytes, type Hash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, statfs, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FailureError, errorCode, failing } from '../failures.ts';
import { temporaryName } from '../files/atomic-write.ts';
import { syncFolder } from '../files/folder.ts';

const chunk = 262_144;
/** A backup never takes the last room of a disk: saves need it more. Bytes, and a share of small disks. */
const spared = { bytes: 200_000_000, share: 0.02 };
// Neither a FIFO nor a link that took the place of a file meanwhile is followed; absent on Windows.
const readFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** A file as it was read, and its entry on the disk at that time. */
export interface StoredFile {
  /** SHA-256, hex. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly stats: Stats;
}

/** Called with each number of bytes that was gone through. Throws to call the work off. */
export type Tick = (bytes: number) => void;

/** Files by the hash of their bytes, each once, as they are. */
export class ObjectStore {
  readonly #folder: string;
  readonly #touched = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  pathOf(hash: string): string {
    return join(this.#folder, hash.slice(0, 2), hash);
  }

  async has(hash: string, size: number): Promise<boolean> {
    const stats = await lstat(this.pathOf(hash)).catch(() => undefined);
    return stats?.isFile() === true && stats.size === size;
  }

  /** Puts the file's bytes into the store unless they are there. A FailureError about the file or the store otherwise. */
  async store(path: string, tick: Tick): Promise<StoredFile> {
    const seen = await hashFile(path, tick);
    if (await this.has(seen.hash, seen.size)) return seen;
    await this.#checkRoom(seen.size);
    const temporary = join(
      this.#folder,
      `.fude-${String(process.pid)}-${randomBytes(6).toString('hex')}.tmp`,
    );
    try {
      const stored = await this.#copy(path, temporary, tick);
      const target = this.pathOf(stored.hash);
      await failing(target, 'write', async () => {
        await mkdir(dirname(target), { recursive: true });
        await rename(temporary, target);
      });
      this.#touched.add(dirname(target));
      return stored;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** The bytes that are kept are those that were hashed on the way, also when the file changes meanwhile. */
  async #copy(path: string, temporary: string, tick: Tick): Promise<StoredFile> {
    const to = await failing(temporary, 'write', () => open(temporary, 'wx'));
    try {
      const stored = await readThrough(path, async (bytes) => {
        tick(bytes.length);
        await failing(temporary, 'write', () => writeAll(to, bytes, temporary));
      });
      await failing(temporary, 'write', () => to.datasync());
      return stored;
    } finally {
      await failing(temporary, 'write', () => to.close());
    }
  }

  async #checkRoom(size: number): Promise<void> {
    const { bavail, bsize, blocks } = await failing(this.#folder, 'read', () => statfs(this.#folder));
    if (bavail * bsize - size < Math.min(spared.bytes, blocks * bsize * spared.share))
      throw new FailureError({ kind: 'disk-full', path: this.#folder });
  }

  /** Makes the folder, without what a killed process left half written. */
  async begin(): Promise<void> {
    await failing(this.#folder, 'write', async () => {
      await mkdir(this.#folder, { recursive: true });
      for (const name of await readdir(this.#folder))
        if (temporaryName.test(name)) await rm(join(this.#folder, name), { force: true });
    });
  }

  /** Everything stored so far survives a power cut when this resolves. */
  async flush(): Promise<void> {
    for (const folder of [...this.#touched, this.#folder])
      await failing(folder, 'write', () => syncFolder(folder));
    this.#touched.clear();
  }

  /** Removes what no backup names any more. */
  async sweep(wanted: { has(hash: string): boolean }): Promise<void> {
    await failing(this.#folder, 'write', async () => {
      for (const part of await readdir(this.#folder, { withFileTypes: true })) {
        if (!part.isDirectory() || !/^[0-9a-f]{2}$/.test(part.name)) continue;
        for (const name of await readdir(join(this.#folder, part.name)))
          if (!wanted.has(name.slice(0, 64))) await rm(join(this.#folder, part.name, name), { force: true });
      }
    });
  }

  /** Takes bytes that are not those of their name out of the way, so that the next backup stores them anew. */
  async setAside(hash: string): Promise<void> {
    const path = this.pathOf(hash);
    try {
      await rename(path, `${path}.damaged`);
    } catch (error) {
      // What is gone or cannot be moved is stored anew or said wrong again.
      if (errorCode(error) === undefined) throw error;
    }
  }
}

/** The hash of a file as it is now; links are not followed. */
export function hashFile(path: string, tick: Tick): Promise<StoredFile> {
  return readThrough(path, (bytes) => {
    tick(bytes.length);
    return Promise.resolve();
  });
}

async function readThrough(path: string, take: (bytes: Uint8Array) => Promise<void>): Promise<StoredFile> {
  return failing(path, 'read', async () => {
    const file = await open(path, readFlags);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) throw new FailureError({ kind: 'not-a-file', path });
      const hash: Hash = createHash('sha256');
      const buffer = Buffer.allocUnsafe(chunk);
      let size = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, chunk, size);
        if (bytesRead === 0) return { hash: hash.digest('hex'), size, stats };
        const bytes = buffer.subarray(0, bytesRead);
        hash.update(bytes);
        await take(bytes);
        size += bytesRead;
      }
    } finally {
      await file.close();
    }
  });
}

async function writeAll(file: FileHandle, bytes: Uint8Array, path: string): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at);
    if (bytesWritten === 0) throw new FailureError({ kind: 'disk-full', path });
    at += bytesWritten;
  }
}
