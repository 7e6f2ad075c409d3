import { realpath } from 'node:fs/promises';
import { blogTarget } from '../core/contract/export.ts';
import type {
  ExportPlan,
  ExportProgress,
  ExportRequest,
  ExportResult,
  FileSides,
  TargetName,
  UndoneExport,
} from '../core/contract/export.ts';
import type { ExportedText, PostExport } from '../core/contract/exported.ts';
import type { PostId } from '../core/contract/post.ts';
import type { BlogJob, BlogWatch } from './export/blog-job.ts';
import type { LookedAt } from './export/compare.ts';
import { exportedPosts, exportedText } from './export/exported-posts.ts';
import { fileSides } from './export/file-sides.ts';
import { recoverFolder } from './export/half-done.ts';
import type { ExportJob } from './export/job.ts';
import { movePosts } from './export/post-receipts.ts';
import { undoExport } from './export/undo-export.ts';
import { FailureError, failing } from './failures.ts';

/** What a window's exports need to know of the library. */
export interface ExportsOf {
  readonly userDataDir: string;
  readonly root: () => string;
  readonly postJob: (request: ExportRequest, target: TargetName) => Promise<ExportJob>;
  readonly blogJob: (request: ExportRequest) => Promise<BlogJob>;
  readonly tell: (progress: ExportProgress) => void;
}

// Loaded by the first export: what turns posts into HTML is most of the code there is.
const loadBlog = () => import('./export/export-blog.ts');
const loadPost = () => import('./export/export-post.ts');

/** The exports that one window asks for: a new question calls off the one before. */
export class WindowExports {
  readonly #of: ExportsOf;
  #current = new AbortController();
  /** The latest plan, for a closer look at its files. */
  #looked: LookedAt | undefined;

  constructor(of: ExportsOf) {
    this.#of = of;
  }

  /** Undefined when it was called off. */
  async plan(request: ExportRequest): Promise<ExportPlan | undefined> {
    const { target, folder } = request;
    const { blogJob, postJob } = this.#of;
    // It has a turn of its own, behind what is under way.
    this.callOff();
    await recoverFolder(folder);
    this.#looked = await this.#watched(async (watch) =>
      target === blogTarget
        ? (await loadBlog()).lookAtBlog(await blogJob(request), watch)
        : (await loadPost()).lookAtExport(await postJob(request, target), watch.signal),
    );
    return this.#looked?.plan;
  }

  /** Undefined when it was called off; then nothing has changed. */
  async run(request: ExportRequest, overwrite: boolean): Promise<ExportResult | undefined> {
    const { target } = request;
    const { blogJob, postJob } = this.#of;
    this.#looked = undefined;
    return this.#watched(async (watch) =>
      target === blogTarget
        ? (await loadBlog()).runBlog(await blogJob(request), overwrite, watch)
        : (await loadPost()).runExport(await postJob(request, target), overwrite),
    );
  }

  callOff(): void {
    this.#current.abort();
    this.#looked = undefined;
  }

  async file(path: string): Promise<FileSides> {
    if (this.#looked === undefined) throw new FailureError({ kind: 'refused', what: 'export.file' });
    return fileSides(this.#looked, path);
  }

  async undo(folder: string | undefined): Promise<UndoneExport> {
    const { userDataDir } = this.#of;
    this.#looked = undefined;
    if (folder === undefined) return undoExport(userDataDir, { library: await this.#library() });
    return undoExport(userDataDir, { folder: await failing(folder, 'read', () => realpath(folder)) });
  }

  async receipts(ids: readonly PostId[] | undefined): Promise<readonly PostExport[]> {
    return exportedPosts(this.#of.userDataDir, await this.#library(), ids);
  }

  async text(id: PostId): Promise<ExportedText | undefined> {
    return exportedText(this.#of.userDataDir, await this.#library(), id);
  }

  /** Lets what is remembered of a post follow it. */
  async moved(from: PostId, to: PostId): Promise<void> {
    await movePosts(this.#of.userDataDir, await this.#library(), from, to);
  }

  #library(): Promise<string> {
    return realpath(this.#of.root());
  }

  async #watched<T>(work: (watch: BlogWatch) => Promise<T>): Promise<T | undefined> {
    this.callOff();
    this.#current = new AbortController();
    const { signal } = this.#current;
    try {
      return await work({ signal, progress: this.#hundredths() });
    } catch (error) {
      if (signal.aborted && error === signal.reason) return undefined;
      throw error;
    }
  }

  /** More than a hundred steps nobody can see. */
  #hundredths(): (progress: ExportProgress) => void {
    let told = '';
    return (progress) => {
      const step = `${progress.step} ${String(Math.floor((progress.done / progress.total) * 100))}`;
      if (step !== told) this.#of.tell(progress);
      told = step;
    };
  }
}
