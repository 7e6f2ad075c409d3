import { noFacts, type Facts } from './facts.ts';
import type { NoteUse } from './footnote-numbers.ts';
import type { Leaf } from './leaf.ts';

/** A block of the kept list: what is remembered of a leaf between edits, without its tokens and its text. */
export interface KeptBlock extends Pick<
  Leaf,
  'height' | 'references' | 'notes' | 'abbreviations' | 'tags' | 'endsBy' | 'entry' | 'exit'
> {
  /**
   * Grows along the document, and stays when blocks above come and go, so that lists of the few blocks that matter to some
   * part of the document keep their order without knowing an index.
   */
  order: number;
  template: string;
  facts: Facts;
  anchors: readonly string[];
  uses: readonly (NoteUse | undefined)[];
  html: string;
  /** All blocks of the raw HTML span that this one opens, itself first. */
  members: readonly KeptBlock[] | undefined;
  /** The block that opens the span which this one is in, and which holds its HTML. */
  head: KeptBlock | undefined;
}

export const keptBlock = (leaf: Leaf): KeptBlock => ({
  order: 0,
  height: leaf.height,
  references: leaf.references,
  notes: leaf.notes,
  abbreviations: leaf.abbreviations,
  tags: leaf.tags,
  endsBy: leaf.endsBy,
  entry: leaf.entry,
  exit: leaf.exit,
  template: '',
  facts: noFacts,
  anchors: [],
  uses: [],
  html: '',
  members: undefined,
  head: undefined,
});

/** Where a block of this order is in a list of blocks, or would be put. */
export const indexOfOrder = (blocks: readonly KeptBlock[], order: number): number => {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.order ?? order) < order) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Puts a block into a list that is in document order. */
export const insertInOrder = (blocks: KeptBlock[], block: KeptBlock): void => {
  blocks.splice(indexOfOrder(blocks, block.order), 0, block);
};

/** Takes a block out of a list that is in document order; nothing happens when it is not there. */
export const removeInOrder = (blocks: KeptBlock[], block: KeptBlock): void => {
  const at = indexOfOrder(blocks, block.order);
  if (blocks[at] === block) blocks.splice(at, 1);
};

/**
 * Gives new blocks their order between two neighbours (undefined: the end of the list). False when there is no room left: then
 * all orders want to be given anew.
 */
export const giveOrder = (
  blocks: readonly KeptBlock[],
  before: KeptBlock | undefined,
  after: KeptBlock | undefined,
): boolean => {
  const low = before?.order ?? (after === undefined ? 0 : after.order - blocks.length - 1);
  const high = after?.order ?? low + blocks.length + 1;
  const step = (high - low) / (blocks.length + 1);
  blocks.forEach((block, index) => {
    block.order = low + step * (index + 1);
  });
  // Doubles tell apart steps far smaller than this at any order that a document reaches.
  return step > 1e-6;
};
