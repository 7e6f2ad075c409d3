import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import { largestPost } from '../../core/post/post-size.ts';
import { postEnding } from '../../core/post/post-file.ts';
import { FailureError } from '../failures.ts';
import { temporaryName } from '../files/atomic-write.ts';
import { sha256 } from '../files/hash.ts';
import { Queue } from '../files/queue.ts';
import { readRegularFile } from '../files/read.ts';
import { watchRoot, type RootState } from '../files/root-watch.ts';
import { TreeWatch } from '../files/watch.ts';
import { blogFileName } from './blog-file.ts';
import { lockName } from './lock.ts';
import { followMove } from './moved-outside.ts';
import { nameOf, pathInside } from './post-path.ts';
import { openedPost, readPostFile } from './read-post.ts';
import type { Shelf } from './shelf.ts';
import { stampOf } from './summary.ts';

/** What is told of a library that changed. */
export interface Told {
  readonly list: () => void;
  /** Something else than posts may be there, gone or different. */
  readonly files: () => void;
  /** `blog.yaml` may say something else. */
  readonly blog: () => Promise<void>;
  readonly post: (id: PostId, post: OpenedPost | undefined) => void;
  readonly moved: (from: PostId, to: PostId) => void;
  readonly reachable: (reachable: boolean) => void;
}

/** Milliseconds in which what is heard is gathered; a checkout touches thousands of files. */
const gathering = 50;

const gone = '';
const empty = sha256(new Uint8Array());

/**
 * Follows what other programs do in a library. Rows are read anew; posts that the window was given are compared by the
 * hash of their bytes, in the queue of the writes, so an own write is never taken for a change from outside.
 */
export class LibraryWatch {
  readonly #root: string;
  readonly #writes: Queue;
  readonly #told: Told;
  readonly #tree: TreeWatch;
  readonly #rootWatch: ReturnType<typeof watchRoot>;
  readonly #rounds = new Queue();
  readonly #stamps = new Map<PostId, string>();
  /** Posts that were found gone or empty in the last round, by what was found. */
  readonly #missed = new Map<PostId, string>();
  /** Posts that are gone and were looked for in the whole library. */
  readonly #sought = new Set<PostId>();
  readonly #around: ReturnType<typeof setInterval>;
  #isLooking = false;
  #heard = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shelf: Shelf | undefined;

  /** `period` in milliseconds: how often it looks for what gives no event (a vanished disk, a network share). */
  constructor(root: string, writes: Queue, period: number, told: Told) {
    this.#root = root;
    this.#writes = writes;
    this.#told = told;
    this.#tree = new TreeWatch(root, (path) => this.hear(path));
    this.#rootWatch = watchRoot(root, period, (state) => this.#rootChanged(state));
    this.#around = setInterval(() => void this.#lookAround(), period);
    this.#around.unref();
  }

  /** Called for each folder before it is listed, so nothing falls between. */
  readonly enterFolder = (folder: string): void => this.#tree.add(folder);

  /** From here on what is heard is looked at. */
  start(shelf: Shelf): void {
    this.#shelf = shelf;
  }

  /** Something may have happened at this path below the root; the empty path is everything. */
  hear(path: string): void {
    if (temporaryName.test(nameOf(path)) || path === lockName) return;
    this.#heard.add(path);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#rounds.run(() => this.#round());
    }, gathering);
  }

  /** Reads a post and tells the window its version, whether that is known or not. Runs in the queue of the writes. */
  async tellVersion(shelf: Shelf, id: PostId): Promise<void> {
    if ((await this.#rootWatch.look()) === 'gone') return;
    try {
      const path = await pathInside(this.#root, id);
      const file = await readPostFile(path);
      shelf.versions.know(id, file.hash);
      await shelf.keeper.outside(id, file);
      shelf.keeper.shown(id, file);
      this.#told.post(id, openedPost(id, path, file));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      // Anything else than an absence is met again, and told, when the window reads or saves the post.
      if (error.failure.kind === 'missing') this.#told.post(id, undefined);
    }
  }

  /**
   * Follows a post that is gone to where another program has moved it; false when it has not. Looks everywhere once, and
   * then at what is heard of: a save that fails asks again and again. Runs in the queue of the writes.
   */
  async follow(shelf: Shelf, id: PostId): Promise<boolean> {
    for (const path of this.#sought.has(id) ? [id, ...this.#heard] : ['']) await this.#lookAt(shelf, path);
    this.#sought.add(id);
    const to = await followMove(shelf, id);
    if (to !== undefined) this.#told.moved(id, to);
    return to !== undefined;
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    clearInterval(this.#around);
    this.#rootWatch.stop();
    this.#tree.close();
    this.#shelf = undefined;
    await this.#rounds.idle();
  }

  async #round(): Promise<void> {
    const shelf = this.#shelf;
    const heard = this.#heard;
    this.#heard = new Set();
    if (!shelf || (await this.#rootWatch.look()) === 'gone') return;
    for (const path of heard.has('') ? [''] : heard) {
      await this.#lookAt(shelf, path);
      for (const id of shelf.versions.shownAt(path)) await this.#writes.run(() => this.#compare(shelf, id));
    }
    if (heard.has('') || heard.has(blogFileName)) await this.#told.blog();
    this.#told.list();
    if ([...heard].some((path) => !postEnding.test(path))) this.#told.files();
  }

  async #lookAt(shelf: Shelf, path: string): Promise<void> {
    try {
      await shelf.list.look(path);
    } catch (error) {
      // The root went meanwhile: its own watch tells that.
      if (!(error instanceof FailureError)) throw error;
    }
  }

  async #compare(shelf: Shelf, id: PostId): Promise<void> {
    const hash = await this.#hashOf(id);
    if (hash !== gone) this.#sought.delete(id);
    if (hash === undefined || shelf.versions.isKnown(id, hash)) {
      this.#missed.delete(id);
      return;
    }
    if ((hash === gone || hash === empty) && this.#missed.get(id) !== hash) {
      // Most programs empty a file, or delete it, and write it anew: only what is so for two rounds is meant.
      this.#missed.set(id, hash);
      this.hear(id);
      return;
    }
    this.#missed.delete(id);
    if (hash === gone && (await this.follow(shelf, id))) return;
    shelf.versions.know(id, hash);
    await this.tellVersion(shelf, id);
  }

  /** `gone` for a post that is, undefined for one that cannot be read now. */
  async #hashOf(id: PostId): Promise<string | undefined> {
    try {
      return sha256(await readRegularFile(await pathInside(this.#root, id), largestPost));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return error.failure.kind === 'missing' ? gone : undefined;
    }
  }

  #rootChanged(state: RootState): void {
    if (state === 'gone') {
      this.#told.reachable(false);
      return;
    }
    // Every watch belonged to the folders that were there before.
    this.#tree.remove('');
    this.hear('');
    this.#told.reachable(true);
  }

  async #lookAround(): Promise<void> {
    // A share that hangs holds one look, not a growing pile of them.
    if (this.#isLooking) return;
    this.#isLooking = true;
    if (!this.#tree.complete) this.hear('');
    for (const id of this.#shelf?.versions.shownAt('') ?? []) {
      const stamp = await stat(join(this.#root, id)).then(stampOf, () => '');
      if (stamp !== (this.#stamps.get(id) ?? stamp)) this.hear(id);
      this.#stamps.set(id, stamp);
    }
    this.#isLooking = false;
  }
}
