import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { Queue } from '../files/queue.ts';
import { RecordLog, readLog } from '../files/record-log.ts';
import { Pack, encodeRecord, packBytes, type PackRecord, type VersionReason } from './history-pack.ts';
import { keptVersions } from './thinning.ts';

const ending = '.history';
/** Milliseconds between two versions that were kept because of a save. */
const betweenSaves = 60_000;

/** A version of a post, for a list of them. */
export interface Version {
  /** Its place in the history, from 0; another one after thinning. */
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly why: VersionReason;
  /** Bytes. */
  readonly size: number;
  readonly hash: string;
}

/** A version to keep, byte for byte as its file has it. */
export interface NewVersion {
  readonly post: PostId;
  readonly bytes: Uint8Array;
  readonly why: VersionReason;
  readonly at: number;
}

/**
 * The versions of every post, by identity, one file a post. Saves give at most one a minute; what came between is held
 * until the next minute or until `flush`. A damaged history gives what is good of it and never stops anything.
 */
export class History {
  readonly #folder: string;
  readonly #queue = new Queue();
  readonly #waiting = new Map<string, NewVersion>();
  #open: { readonly identity: string; readonly log: RecordLog; readonly pack: Pack } | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Resolves to whether it was written now; bytes that are the newest version already are not written again. */
  record(identity: string, version: NewVersion): Promise<boolean> {
    return this.#queue.run(async () => {
      if (version.why === 'save' && (await this.#isTooSoon(identity, version.at))) {
        this.#waiting.set(identity, version);
        return false;
      }
      // What stood before an export or a version from outside is not passed over.
      const waiting = this.#waiting.get(identity);
      if (waiting && version.why !== 'save') await this.#write(identity, waiting);
      this.#waiting.delete(identity);
      return this.#write(identity, version);
    });
  }

  /** Writes the version that was held back, as when its post is left. */
  flush(identity: string): Promise<void> {
    return this.#queue.run(async () => {
      const waiting = this.#waiting.get(identity);
      if (!waiting) return;
      await this.#write(identity, waiting);
      this.#waiting.delete(identity);
    });
  }

  /** Oldest first; none for a post without a history. */
  versions(identity: string): Promise<readonly Version[]> {
    return this.#queue.run(async () => {
      const { versions } = await this.#packOf(identity);
      return versions.map(({ at, why, size, hash }, number) => ({ number, at, why, size, hash }));
    });
  }

  /** The bytes of a version; `missing` when they cannot be had any more. */
  read(identity: string, number: number): Promise<Uint8Array> {
    return this.#queue.run(async () => {
      const bytes = await (await this.#packOf(identity)).read(number);
      if (!bytes) throw new FailureError({ kind: 'missing', path: this.#pathOf(identity) });
      return bytes;
    });
  }

  /** Where each post with a history lay when its newest version was kept. */
  posts(): Promise<ReadonlyMap<string, PostId>> {
    return this.#queue.run(async () => {
      const posts = new Map<string, PostId>();
      for (const identity of await this.#identities()) {
        const { post } = await this.#packOf(identity);
        if (post !== undefined) posts.set(identity, post);
      }
      return posts;
    });
  }

  /** Drops old versions of all posts (see `keptVersions`), then the oldest of the largest histories until all fit into `limit` bytes. */
  thin(now: number, limit: number): Promise<void> {
    return this.#queue.run(async () => {
      const sizes = new Map<string, number>();
      for (const identity of await this.#identities()) {
        const { versions } = await this.#packOf(identity);
        const kept = keptVersions(
          versions.map(({ at }) => at),
          now,
        );
        if (kept.size < versions.length) await this.#rewrite(identity, kept);
        sizes.set(identity, await this.#sizeOf(identity));
      }
      await this.#fit(sizes, limit);
    });
  }

  /** Writes what was held back and closes. */
  async close(): Promise<void> {
    for (const identity of this.#waiting.keys()) await this.flush(identity);
    await this.#queue.run(() => this.#release());
  }

  async #isTooSoon(identity: string, at: number): Promise<boolean> {
    const last = (await this.#packOf(identity)).versions.findLast(({ why }) => why === 'save');
    // A clock that was set back makes a version that is kept, not one that waits for years.
    return last !== undefined && at >= last.at && at - last.at < betweenSaves;
  }

  async #write(identity: string, { post, bytes, why, at }: NewVersion): Promise<boolean> {
    const { log, pack } = await this.#openLog(identity);
    const content = Buffer.from(bytes);
    const record = await pack.record(content, why, at);
    if (pack.versions.at(-1)?.hash === record.hash) return false;
    if (pack.post !== post) await append(log, pack, { kind: 'post', post });
    await append(log, pack, record, content);
    return true;
  }

  async #openLog(identity: string): Promise<{ readonly log: RecordLog; readonly pack: Pack }> {
    if (this.#open?.identity === identity) return this.#open;
    await this.#release();
    await failing(this.#folder, 'write', () => mkdir(this.#folder, { recursive: true }));
    const { log, content } = await RecordLog.open(this.#pathOf(identity));
    this.#open = { identity, log, pack: await Pack.from(content.records) };
    return this.#open;
  }

  async #packOf(identity: string): Promise<Pack> {
    if (this.#open?.identity === identity) return this.#open.pack;
    try {
      return await Pack.from((await readLog(this.#pathOf(identity))).records);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return Pack.from([]);
    }
  }

  /** Halves the largest history again and again; the newest version of each post always stays. */
  async #fit(sizes: Map<string, number>, limit: number): Promise<void> {
    let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    while (total > limit) {
      const [largest] = [...sizes].toSorted((a, b) => b[1] - a[1]);
      if (!largest) return;
      const [identity, before] = largest;
      const count = (await this.#packOf(identity)).versions.length;
      sizes.delete(identity);
      if (count < 2) continue;
      const kept = [...Array(count).keys()].slice(Math.ceil(count / 2));
      await this.#rewrite(identity, new Set(kept));
      const size = await this.#sizeOf(identity);
      sizes.set(identity, size);
      total -= before - size;
    }
  }

  async #rewrite(identity: string, kept: ReadonlySet<number>): Promise<void> {
    const bytes = await packBytes(await this.#packOf(identity), kept);
    await this.#release();
    await writeFileAtomic(this.#pathOf(identity), bytes);
  }

  async #identities(): Promise<readonly string[]> {
    try {
      const names = await failing(this.#folder, 'read', () => readdir(this.#folder));
      return names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return [];
    }
  }

  async #sizeOf(identity: string): Promise<number> {
    const path = this.#pathOf(identity);
    return (await failing(path, 'read', () => stat(path))).size;
  }

  #pathOf(identity: string): string {
    return join(this.#folder, identity + ending);
  }

  async #release(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.log.close();
  }
}

async function append(log: RecordLog, pack: Pack, record: PackRecord, bytes?: Buffer): Promise<void> {
  await log.append(encodeRecord(record));
  pack.add(record, bytes);
}
