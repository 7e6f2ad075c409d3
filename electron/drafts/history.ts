import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostVersion, VersionReason } from '../../core/contract/history.ts';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { sha256 } from '../files/hash.ts';
import { Queue } from '../files/queue.ts';
import { RecordLog, readLog } from '../files/record-log.ts';
import { Pack, encodeRecord, packBytes, type PackRecord } from './history-pack.ts';
import { keptVersions } from './thinning.ts';

const ending = '.history';
/** Milliseconds between two versions that were kept because of a save. */
const betweenSaves = 60_000;

/** A version to keep, byte for byte as its file has it. */
export interface NewVersion {
  readonly post: PostId;
  readonly bytes: Uint8Array;
  /** Characters of its text. */
  readonly length: number;
  readonly why: VersionReason;
  /** What an export went to. */
  readonly label: string | undefined;
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
  #closed = false;
  #open: { readonly identity: string; readonly log: RecordLog; readonly pack: Pack } | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Resolves to whether it was written now; bytes that are the newest version already are not written again for a save. */
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

  /** Holds a version back that the next one makes needless, as the first letter of a new post. */
  hold(identity: string, version: NewVersion): Promise<void> {
    return this.#queue.run(() => {
      this.#waiting.set(identity, version);
      return Promise.resolve();
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
  versions(identity: string): Promise<readonly PostVersion[]> {
    return this.#queue.run(async () => {
      const { versions } = await this.#packOf(identity);
      return versions.map(({ at, why, label, length, hash }, number) => ({
        number,
        at,
        why,
        label,
        length,
        hash,
      }));
    });
  }

  /** The hash of the newest version, one that is held back among them; undefined for a post without a history. */
  newest(identity: string): Promise<string | undefined> {
    return this.#queue.run(async () => {
      const waiting = this.#waiting.get(identity);
      if (waiting) return sha256(waiting.bytes);
      return (await this.#packOf(identity)).versions.at(-1)?.hash;
    });
  }

  /** The bytes with this hash; `missing` when they cannot be had any more. */
  read(identity: string, hash: string): Promise<Uint8Array> {
    return this.#queue.run(async () => {
      const pack = await this.#packOf(identity);
      const number = pack.numberOf(hash);
      const bytes = number === undefined ? undefined : await pack.read(number);
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

  /** The post lies here now; what is kept of it says so. */
  moved(identity: string, post: PostId): Promise<void> {
    return this.#queue.run(async () => {
      const waiting = this.#waiting.get(identity);
      if (waiting) this.#waiting.set(identity, { ...waiting, post });
      const there = await this.#packOf(identity);
      if (there.versions.length === 0 || there.post === post) return;
      const { log, pack } = await this.#openLog(identity);
      await append(log, pack, { kind: 'post', post });
    });
  }

  /** The post was deleted for good. */
  remove(identity: string): Promise<void> {
    return this.#queue.run(async () => {
      this.#waiting.delete(identity);
      await this.#release();
      const path = this.#pathOf(identity);
      await failing(path, 'write', async () => {
        for (const name of [path, `${path}.damaged`]) await rm(name, { force: true });
      });
    });
  }

  /**
   * Drops old versions of all posts (see `keptVersions`), then the oldest of the largest histories until all fit into
   * `limit` bytes. Others have their turn between two posts.
   */
  async thin(now: number, limit: number): Promise<void> {
    const sizes = new Map<string, number>();
    for (const identity of await this.#identities()) {
      if (this.#closed) return;
      const size = await this.#queue.run(() => this.#thinned(identity, now));
      if (size !== undefined) sizes.set(identity, size);
    }
    await this.#queue.run(() => this.#fit(sizes, limit));
  }

  /** Writes what was held back and closes. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const identity of this.#waiting.keys()) await this.flush(identity);
    await this.#queue.run(() => this.#release());
  }

  async #isTooSoon(identity: string, at: number): Promise<boolean> {
    const last = (await this.#packOf(identity)).versions.findLast(({ why }) => why === 'save');
    // A clock that was set back makes a version that is kept, not one that waits for years.
    return last !== undefined && at >= last.at && at - last.at < betweenSaves;
  }

  async #write(identity: string, version: NewVersion): Promise<boolean> {
    const { post, why, label } = version;
    const { log, pack } = await this.#openLog(identity);
    const content = Buffer.from(version.bytes);
    const record = await pack.record(content, version);
    const newest = pack.versions.at(-1);
    const says = why === 'export' || why === 'shrink';
    const isKnown = newest?.hash === record.hash && (!says || (newest.why === why && newest.label === label));
    if (isKnown) return false;
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

  /** The size of a history after thinning; undefined for one that is gone or cannot be read. */
  async #thinned(identity: string, now: number): Promise<number | undefined> {
    try {
      const { versions } = await this.#packOf(identity);
      const kept = keptVersions(
        versions.map(({ at }) => at),
        now,
      );
      if (kept.size < versions.length) await this.#rewrite(identity, kept);
      return await this.#sizeOf(identity);
    } catch (error) {
      if (error instanceof FailureError && error.failure.kind === 'missing') return undefined;
      throw error;
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
