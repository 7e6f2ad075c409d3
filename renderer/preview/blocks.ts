import type { LineRange } from '../../core/markdown/block.ts';
import type { TextSource } from '../../core/contract/text.ts';

/** What the preview reads of a rendered post. */
export interface Blocks {
  readonly count: number;
  html(index: number): string;
  lines(index: number): LineRange;
  /** The last block that begins on this line or before it; 0 when none does. */
  indexAtLine(line: number): number;
}

/** The post that is shown, as it is now. */
export interface Post {
  readonly source: TextSource;
  readonly blocks: Blocks;
}

/** Blocks from `from` on, `removed` many, became `inserted` others; further ones, by new index, have other HTML. */
export interface BlockPatch {
  readonly from: number;
  readonly removed: number;
  readonly inserted: number;
  readonly changed: readonly number[];
}
