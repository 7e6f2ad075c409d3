import type { PostVersion } from '../../core/contract/history.ts';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError } from '../failures.ts';
import { sha256 } from '../files/hash.ts';
import { Queue } from '../files/queue.ts';
import { HistoryFiles, type NewVersion } from './history-files.ts';
import { fitHistories, thinHistory } from './thin-histories.ts';

/** Milliseconds between two versions that were kept because of a save. */
const betweenSaves = 60_000;

/**
 * The versions of every post, by identity, one file a post. Saves give at most one a minute; what came between is held
 * until the next minute or until `flush`. A damaged history gives what is good of it and never stops anything.
 */
export class History {
  readonly #files: HistoryFiles;
  readonly #queue = new Queue();
  readonly #waiting = new Map<string, NewVersion>();
  #closed = false;

  constructor(folder: string) {
    this.#files = new HistoryFiles(folder);
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
      if (waiting && version.why !== 'save') await this.#files.add(identity, waiting);
      this.#waiting.delete(identity);
      return this.#files.add(identity, version);
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
      await this.#files.add(identity, waiting);
      this.#waiting.delete(identity);
    });
  }

  /** Oldest first; none for a post without a history. */
  versions(identity: string): Promise<readonly PostVersion[]> {
    return this.#queue.run(async () => {
      const { versions } = await this.#files.packOf(identity);
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
      return (await this.#files.packOf(identity)).versions.at(-1)?.hash;
    });
  }

  /** The bytes with this hash; `missing` when they cannot be had any more. */
  read(identity: string, hash: string): Promise<Uint8Array> {
    return this.#queue.run(async () => {
      const pack = await this.#files.packOf(identity);
      const number = pack.numberOf(hash);
      const bytes = number === undefined ? undefined : await pack.read(number);
      if (!bytes) throw new FailureError({ kind: 'missing', path: this.#files.pathOf(identity) });
      return bytes;
    });
  }

  /** Where each post with a history lay when its newest version was kept. */
  posts(): Promise<ReadonlyMap<string, PostId>> {
    return this.#queue.run(async () => {
      const posts = new Map<string, PostId>();
      for (const identity of await this.#files.identities()) {
        const { post } = await this.#files.packOf(identity);
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
      await this.#files.movePost(identity, post);
    });
  }

  /** The post was deleted for good. */
  remove(identity: string): Promise<void> {
    return this.#queue.run(async () => {
      this.#waiting.delete(identity);
      await this.#files.remove(identity);
    });
  }

  /**
   * Drops old versions of all posts (see `keptVersions`), then the oldest of the largest histories until all fit into
   * `limit` bytes. Others have their turn between two posts.
   */
  async thin(now: number, limit: number): Promise<void> {
    const sizes = new Map<string, number>();
    for (const identity of await this.#files.identities()) {
      if (this.#closed) return;
      const size = await this.#queue.run(() => thinHistory(this.#files, identity, now));
      if (size !== undefined) sizes.set(identity, size);
    }
    await this.#queue.run(() => fitHistories(this.#files, sizes, limit));
  }

  /** Writes what was held back and closes. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const identity of this.#waiting.keys()) await this.flush(identity);
    await this.#queue.run(() => this.#files.close());
  }

  async #isTooSoon(identity: string, at: number): Promise<boolean> {
    const last = (await this.#files.packOf(identity)).versions.findLast(({ why }) => why === 'save');
    // A clock that was set back makes a version that is kept, not one that waits for years.
    return last !== undefined && at >= last.at && at - last.at < betweenSaves;
  }
}
