import type { TextSource } from '../../core/contract/text.ts';
import { loadLanguages } from '../../core/markdown/highlight.ts';
import type { RenderOptions } from '../../core/markdown/options.ts';
import type { BlockPatch, Post } from './blocks.ts';
import { RenderedPost } from './rendered-post.ts';

/** A render that took longer, in milliseconds, is left to the idle time after the next key. */
const keyBudget = 8;

/** The blocks of a post that is being written. Every change of them is told as a patch. */
export class LivePost {
  readonly #blocks: RenderedPost;
  readonly #patched: (patch: BlockPatch) => void;
  readonly #wake: () => void;
  #source: TextSource;
  /** What `#blocks` was rendered from. */
  #rendered: TextSource;
  #cost = 0;
  #languages: TextSource | undefined;

  /** Renders the post at once; `patched` hears of later changes, `wake` that `step` has something to do. */
  constructor(
    source: TextSource,
    options: RenderOptions,
    patched: (patch: BlockPatch) => void,
    wake: () => void,
  ) {
    this.#blocks = new RenderedPost(options);
    this.#patched = patched;
    this.#wake = wake;
    this.#source = source;
    this.#rendered = source;
    this.#blocks.change(source);
  }

  /** The text as it was last told. */
  get source(): TextSource {
    return this.#source;
  }

  /** What is rendered of it. */
  get post(): Post {
    return { source: this.#rendered, blocks: this.#blocks };
  }

  edit(source: TextSource): void {
    this.#source = source;
    if (this.#cost <= keyBudget) this.#render();
    this.#wake();
  }

  /** True when there is more to do. */
  step(): boolean {
    if (this.#rendered !== this.#source) {
      this.#render();
      return true;
    }
    if (this.#languages !== this.#source) void this.#loadLanguages();
    return false;
  }

  #render(): void {
    const start = performance.now();
    this.#rendered = this.#source;
    const patch = this.#blocks.change(this.#source);
    this.#cost = performance.now() - start;
    this.#patched(patch);
  }

  async #loadLanguages(): Promise<void> {
    this.#languages = this.#source;
    if (!(await loadLanguages(this.#source))) return;
    this.#render();
    this.#wake();
  }
}
