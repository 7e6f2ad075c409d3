import type { TextSource } from '../../core/contract/text.ts';
import type { Definitions } from '../../core/markdown/facts.ts';
import { placedAmong } from '../../core/markdown/inline-places.ts';
import { LeafReader } from '../../core/markdown/leaf-reader.ts';
import type { KeptBlock } from '../../core/markdown/kept-block.ts';
import type { Leaf } from '../../core/markdown/leaf.ts';
import { addCounts, noText, type TextCount } from '../../core/post/count.ts';
import type { Place } from '../../core/targets/checks/finding.ts';
import { countWithin } from '../../core/targets/checks/reading-count.ts';
import { isChecked } from './parts.ts';

/** Lines that are read first of a block at an end of the selection. */
const firstLines = 16;

/**
 * How long a selection is, counted as the post is. Blocks between its ends are counted already; those that it ends in are
 * read again.
 */
export function countSelection(
  source: TextSource,
  { from, to }: Place,
  blocks: readonly KeptBlock[],
  lineOf: (block: KeptBlock) => number,
  definitions: Definitions,
): TextCount {
  const startOf = (block: KeptBlock): number => source.line(Math.min(source.lines, lineOf(block))).from;
  return blocks.reduce((count, block, index) => {
    const start = startOf(block);
    if (start >= to) return count;
    const next = blocks[index + 1];
    const isWhole = start >= from && (next === undefined ? to === source.length : startOf(next) <= to);
    if (isWhole) return isChecked(block) ? addCounts(count, block.facts.part.count) : count;
    const reader = new LeafReader(source, firstLines);
    const leaves = (block.members ?? [block]).flatMap((member): Leaf[] => {
      const leaf = reader.read(lineOf(member), member.entry);
      return leaf === undefined ? [] : [leaf];
    });
    return addCounts(
      count,
      countWithin(source, leaves, placedAmong(source, leaves, definitions), { from, to }),
    );
  }, noText);
}
