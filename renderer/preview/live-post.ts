import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { BlockList } from '../../core/markdown/block-list.ts';
import type { BlockPatch } from '../../core/markdown/block-patch.ts';
import type { RenderOptions } from '../../core/markdown/options.ts';
import type { Post } from './blocks.ts';
import { sliceTime } from './slices.ts';

/** Milliseconds that a post's first part, a key, and a jump within a post may take; the rest is done in idle time. */
const openBudget = 12;
const keyBudget = 8;
const reachBudget = 12;
/** Lines around the one that is looked at which fill a window, mostly; the rest can wait until they are on the screen. */
const screenful = 40;

export interface LivePostCallbacks {
  /** The blocks have changed. */
  readonly patched: (patch: BlockPatch) => void;
  /** The line that is being looked at, which is brought up to date first. */
  readonly focus: () => number;
  /** `step` has something to do. */
  readonly wake: () => void;
  /** It has, but that can wait. */
  readonly wakeLater: () => void;
}

/** The blocks of a post that is being written. */
export class LivePost {
  readonly #blocks: BlockList;
  readonly #callbacks: LivePostCallbacks;
  #source: TextSource;
  /** Something was rendered since extras were last asked for. */
  #plain = true;
  #drawing = false;

  /** Renders what is around a line at once. */
  constructor(source: TextSource, line: number, options: RenderOptions, callbacks: LivePostCallbacks) {
    this.#blocks = new BlockList({ ...options, now: () => performance.now() });
    this.#callbacks = callbacks;
    this.#source = source;
    this.#blocks.setText(source, line, openBudget, screenful);
  }

  get post(): Post {
    return { source: this.#source, blocks: this.#blocks };
  }

  /** In the task of the key. */
  edit(source: TextSource, edits: readonly TextEdit[]): void {
    this.#source = source;
    const place = edits.reduce((_, { from }) => from, 0);
    const line = source.lineAt(Math.min(place, source.length)).number;
    this.#patch(this.#blocks.edit(source, edits, line, keyBudget));
  }

  /** Makes a line's block known before somebody goes there. */
  reach(line: number): void {
    const patch = this.#blocks.reach(Math.floor(line), reachBudget, screenful);
    if (patch !== undefined) this.#patch(patch);
  }

  /** A slice of what is left to do; true when there is more. */
  step(): boolean {
    if (this.#blocks.pending) {
      this.#patch(this.#blocks.work(this.#callbacks.focus(), sliceTime));
      return true;
    }
    if (this.#plain) {
      this.#plain = false;
      void this.#load();
      void this.#draw();
    }
    return false;
  }

  #patch(patch: BlockPatch): void {
    this.#plain = true;
    const { patched, wake, wakeLater } = this.#callbacks;
    patched(patch);
    if (this.#blocks.pending) wake();
    else if (this.#blocks.lacking) wakeLater();
  }

  /** Shows code in colour once its grammars have come. */
  async #load(): Promise<void> {
    if (await this.#blocks.loadExtras()) this.#show();
  }

  /** Has the diagrams drawn one after the other: of what an author types into one, only the last is worth it. */
  async #draw(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    try {
      if (!(await this.#blocks.loadDiagram())) return;
    } finally {
      this.#drawing = false;
    }
    this.#show();
  }

  #show(): void {
    this.#patch(this.#blocks.showExtras(this.#callbacks.focus(), sliceTime));
  }
}
