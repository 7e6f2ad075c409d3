import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../../core/contract/failure.ts';
import type { PostId, PostSummary } from '../../core/contract/post.ts';
import { isPostName } from '../../core/post/post-file.ts';
import { FailureError, errorCode } from '../failures.ts';
import { mapLimited } from '../files/pool.ts';
import { Queue } from '../files/queue.ts';
import { withCopies } from './conflict-copies.ts';
import { folderOf, isAtOrBelow, isPossible, nameOf } from './post-path.ts';
import { isSameFile, newestFirst, readSummary, stampOf, type SeenPost } from './summary.ts';
import { listFolder } from './walk.ts';

/** More files at once make no disk faster, and would use up the process's handles. */
const atOnce = 16;

/** The posts of a library as rows. It reads the beginning of each file once, and again when the file changed. */
export class PostList {
  readonly #root: string;
  readonly #enterFolder: (folder: string) => void;
  readonly #posts: Map<PostId, SeenPost>;
  /** Stamps of the files that went, by where they lay. */
  readonly #gone = new Map<PostId, string>();
  readonly #folders = new Set<string>();
  readonly #looks = new Queue();
  #sorted: readonly PostSummary[] | undefined;
  #revision = 0;
  /** Folders that could not be read, by their path below the root. */
  readonly unreadable = new Map<string, Failure>();
  /** Unfinished files of a killed Fude. */
  readonly leftovers = new Set<string>();

  /** `remembered` are rows of an earlier start; `enterFolder` is called for each folder before it is listed. */
  constructor(
    root: string,
    remembered: ReadonlyMap<PostId, SeenPost>,
    enterFolder: (folder: string) => void,
  ) {
    this.#root = root;
    this.#posts = new Map(remembered);
    this.#enterFolder = enterFolder;
  }

  /** Newest first; copies that sync tools left are told with their posts. */
  get posts(): readonly PostSummary[] {
    this.#sorted ??= newestFirst(
      withCopies(new Map([...this.#posts].map(([id, { summary }]) => [id, summary]))),
    );
    return this.#sorted;
  }

  /** Goes up whenever a row appears, goes, or shows something else. */
  get revision(): number {
    return this.#revision;
  }

  get seen(): ReadonlyMap<PostId, SeenPost> {
    return this.#posts;
  }

  find(id: PostId): PostSummary | undefined {
    return this.#posts.get(id)?.summary;
  }

  /** Where the file that lay here before has gone in this library. */
  movedTo(id: PostId): PostId | undefined {
    const stamp = this.#gone.get(id);
    if (stamp === undefined) return undefined;
    return [...this.#posts].find(([, seen]) => isSameFile(stamp, seen.stamp))?.[0];
  }

  /** Reads everything anew; throws a FailureError when the root cannot be read. */
  lookAtAll(): Promise<void> {
    return this.look('');
  }

  /** Reads anew what lies at a path below the root: a post, a folder, nothing any more, or what is no concern of ours. */
  look(path: string): Promise<void> {
    // One look at a time: each builds on the rows that the one before left.
    return this.#looks.run(() => (path === '' ? this.#scan('') : this.#lookAt(path)));
  }

  async #lookAt(path: string): Promise<void> {
    // What lies in a folder that is new to the list is found by reading that folder.
    if (!this.#folders.has(folderOf(path))) {
      if (isPossible(folderOf(path))) await this.#lookAt(folderOf(path));
      return;
    }
    // What cannot be looked at is not there for us.
    const stats = await lstat(join(this.#root, path)).catch(() => undefined);
    if (stats === undefined) this.#forget(path);
    else if (stats.isFile() && isPostName(nameOf(path))) await this.#read(path as PostId);
    else if (stats.isDirectory() || (stats.isSymbolicLink() && isPostName(nameOf(path))))
      await this.#lookByRules(path);
  }

  /** Whether this is a folder to scan, and whether this link is a post, depends on what lies beside it. */
  async #lookByRules(path: string): Promise<void> {
    const { folders, posts } = await listFolder(this.#root, folderOf(path));
    if (folders.includes(path)) await this.#scan(path);
    else if (posts.some((id) => id === path)) await this.#read(path as PostId);
    else this.#forget(path);
  }

  async #scan(top: string): Promise<void> {
    const found = new Set<PostId>();
    const folders = new Set<string>();
    for (let level: readonly string[] = [top]; level.length > 0;) {
      const listings = await mapLimited(level, atOnce, (folder) => this.#list(folder, top));
      for (const folder of level) folders.add(folder);
      for (const id of listings.flatMap(({ posts }) => posts)) found.add(id);
      for (const path of listings.flatMap(({ leftovers }) => leftovers)) this.leftovers.add(path);
      level = listings.flatMap((listing) => listing.folders);
    }
    for (const folder of this.#folders)
      if (isAtOrBelow(folder, top) && !folders.has(folder)) this.#folders.delete(folder);
    for (const folder of folders) this.#folders.add(folder);
    for (const id of this.#posts.keys()) if (isAtOrBelow(id, top) && !found.has(id)) this.#remove(id);
    await mapLimited([...found], atOnce, (id) => this.#read(id));
  }

  async #list(folder: string, top: string): Promise<Awaited<ReturnType<typeof listFolder>>> {
    this.#enterFolder(folder);
    this.unreadable.delete(folder);
    try {
      return await listFolder(this.#root, folder);
    } catch (error) {
      if (!(error instanceof FailureError) || (folder === top && top === '')) throw error;
      if (error.failure.kind !== 'missing') this.unreadable.set(folder, error.failure);
      return { posts: [], folders: [], leftovers: [] };
    }
  }

  async #read(id: PostId): Promise<void> {
    const path = join(this.#root, id);
    const before = this.#posts.get(id);
    try {
      if (before !== undefined && stampOf(await stat(path)) === before.stamp) return;
      this.#keep(id, await readSummary(path, id), before);
    } catch (error) {
      // It went between being listed and being read.
      if (!(error instanceof FailureError) && errorCode(error) === undefined) throw error;
      this.#remove(id);
    }
  }

  #keep(id: PostId, seen: SeenPost, before: SeenPost | undefined): void {
    this.#posts.set(id, seen);
    this.#gone.delete(id);
    const [old, now] = [before?.summary, seen.summary];
    if (old && sameRow(old, now) && (old.modified === now.modified || this.#wasLatest(old))) {
      // The order stays, so a post that is being written does not send the whole list out with every save.
      this.#sorted = undefined;
      return;
    }
    this.#changed();
  }

  #wasLatest(summary: PostSummary): boolean {
    for (const { summary: other } of this.#posts.values()) {
      if (other.id !== summary.id && other.modified > summary.modified) return false;
    }
    return true;
  }

  #forget(path: string): void {
    for (const id of this.#posts.keys()) if (isAtOrBelow(id, path)) this.#remove(id);
    for (const folder of this.#folders) if (isAtOrBelow(folder, path)) this.#folders.delete(folder);
  }

  #remove(id: PostId): void {
    const stamp = this.#posts.get(id)?.stamp;
    if (stamp === undefined) return;
    this.#gone.set(id, stamp);
    this.#posts.delete(id);
    this.#changed();
  }

  #changed(): void {
    this.#sorted = undefined;
    this.#revision += 1;
  }
}

function sameRow(a: PostSummary, b: PostSummary): boolean {
  return (
    a.title === b.title &&
    a.date === b.date &&
    a.draft === b.draft &&
    a.tags.length === b.tags.length &&
    a.tags.every((tag, index) => tag === b.tags[index])
  );
}
