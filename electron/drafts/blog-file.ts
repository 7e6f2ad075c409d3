import { join } from 'node:path';
import type { Failure } from '../../core/contract/failure.ts';
import type { Blog } from '../../core/contract/library.ts';
import type { Language } from '../../core/contract/settings.ts';
import { readBlog } from '../../core/post/blog.ts';
import { FailureError } from '../failures.ts';
import { readRegularFile } from '../files/read.ts';

/** Lies in the root of a library, which works without one. */
export const blogFileName = 'blog.yaml';

/** Bytes; a longer one is no description of a blog. */
const largest = 256 * 1024;

/** What a library's `blog.yaml` says. */
export class BlogFile {
  readonly #path: string;
  #text: string | undefined;
  #failures: readonly Failure[] = [];

  constructor(root: string) {
    this.#path = join(root, blogFileName);
  }

  /** What kept the file from being read, if it is there. */
  get failures(): readonly Failure[] {
    return this.#failures;
  }

  blog(language: Language): Blog {
    return readBlog(this.#text, language).blog;
  }

  async read(): Promise<void> {
    this.#failures = [];
    this.#text = undefined;
    try {
      this.#text = new TextDecoder().decode(await readRegularFile(this.#path, largest));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      if (error.failure.kind !== 'missing') this.#failures = [error.failure];
    }
  }
}
