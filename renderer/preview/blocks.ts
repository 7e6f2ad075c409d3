import type { LineRange } from '../../core/markdown/block.ts';
import type { TextSource } from '../../core/contract/text.ts';

/** What the preview reads of a rendered post; see `BlockList`. */
export interface Blocks {
  readonly count: number;
  /** Parts of the post are not read yet; they are missing between the blocks. */
  readonly pending: boolean;
  html(index: number): string;
  lines(index: number): LineRange;
  /** The block that shows this line: that of a footnote's text is the footnotes. */
  indexAtLine(line: number): number;
}

/** The post that is shown, as it is now. */
export interface Post {
  readonly source: TextSource;
  readonly blocks: Blocks;
}

/** The last block that begins on this line or above it, where the source has it; 0 when none does. */
export function indexAbove(blocks: Blocks, line: number): number {
  let low = 0;
  let high = blocks.count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (blocks.lines(middle).fromLine <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}
