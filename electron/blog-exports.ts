import type { BlogPlan, BlogProgress, BlogResult } from '../core/contract/export.ts';
import type { BlogJob, BlogWatch } from './export/blog-job.ts';
import { planBlog, runBlog } from './export/export-blog.ts';

/** The exports of whole blogs that one window asks for: a new question calls off the one before. */
export class BlogExports {
  readonly #tell: (progress: BlogProgress) => void;
  #current = new AbortController();

  constructor(tell: (progress: BlogProgress) => void) {
    this.#tell = tell;
  }

  /** Undefined when it was called off. */
  plan(job: BlogJob): Promise<BlogPlan | undefined> {
    return this.#watched((watch) => planBlog(job, watch));
  }

  /** Undefined when it was called off; then nothing has changed. */
  run(job: BlogJob, overwrite: boolean): Promise<BlogResult | undefined> {
    return this.#watched((watch) => runBlog(job, overwrite, watch));
  }

  callOff(): void {
    this.#current.abort();
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
  #hundredths(): (progress: BlogProgress) => void {
    let told = '';
    return (progress) => {
      const step = `${progress.step} ${String(Math.floor((progress.done / progress.total) * 100))}`;
      if (step !== told) this.#tell(progress);
      told = step;
    };
  }
}
