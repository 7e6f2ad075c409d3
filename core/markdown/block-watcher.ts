import type { KeptBlock } from './kept-block.ts';

/** Follows the blocks of a kept list, for those who keep something else of each than its HTML. */
export interface BlockWatcher {
  /** All blocks are gone, without a word about each. */
  readonly clear: () => void;
  /** A block has come, or was rendered anew; its facts are there, its place in the order too. */
  readonly add: (block: KeptBlock) => void;
  /** It goes, or its facts will be other ones. */
  readonly remove: (block: KeptBlock) => void;
}
