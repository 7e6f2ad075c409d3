import type { LineRange, PlacedBlock } from '../../core/markdown/block.ts';
import type { RenderOptions } from '../../core/markdown/options.ts';
import { renderBlocks } from '../../core/markdown/render.ts';
import type { TextSource } from '../../core/contract/text.ts';
import type { BlockPatch, Blocks } from './blocks.ts';

/** A post rendered as a whole after every change, with the difference to the blocks before. */
export class RenderedPost implements Blocks {
  readonly #options: RenderOptions;
  #blocks: readonly PlacedBlock[] = [];

  constructor(options: RenderOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#blocks.length;
  }

  html(index: number): string {
    return this.#blocks[index]?.html ?? '';
  }

  lines(index: number): LineRange {
    return this.#blocks[index] ?? { fromLine: 1, toLine: 1 };
  }

  indexAtLine(line: number): number {
    const after = this.#blocks.findIndex(({ fromLine }) => fromLine > line);
    return Math.max(0, (after < 0 ? this.#blocks.length : after) - 1);
  }

  change(source: TextSource): BlockPatch {
    const old = this.#blocks;
    const next = renderBlocks(source, this.#options);
    let from = 0;
    while (from < Math.min(old.length, next.length) && old[from]?.html === next[from]?.html) from++;
    let rest = 0;
    const most = Math.min(old.length, next.length) - from;
    while (rest < most && old[old.length - 1 - rest]?.html === next[next.length - 1 - rest]?.html) rest++;
    this.#blocks = next;
    return { from, removed: old.length - rest - from, inserted: next.length - rest - from, changed: [] };
  }
}
