import type { TextSource } from '../contract/text.ts';
import type { BlockLines, LineChange } from './block-lines.ts';
import type { Gap, Gaps } from './gaps.ts';
import type { KeptBlock } from './kept-block.ts';
import type { Continuation } from './leaf.ts';

/** Where reading has to start after a change; the line is one of the text before. */
export interface ReadingStart {
  readonly line: number;
  readonly entry: Continuation | undefined;
}

/**
 * The first line whose block a change can have touched: that of the changed block, or of the one before when its end depends
 * on the changed lines (see `EndsBy`). Undefined above all blocks.
 */
export const readingStart = (
  blocks: readonly KeptBlock[],
  lines: BlockLines,
  gaps: Gaps,
  change: LineChange,
  before: TextSource,
  after: TextSource,
): ReadingStart | undefined => {
  const gap = gaps.lastFrom(change.from);
  if (gap !== undefined && change.from <= firstKnown(lines, gap) + 1) return startAt(blocks, lines, gap);
  const index = lines.firstFrom(change.from + 1) - 1;
  const block = blocks[index];
  if (block === undefined) return undefined;
  const start = lines.at(index);
  const end = start + block.height;
  if (change.from >= end) {
    // Below the block, in blank lines.
    const untouched = block.endsBy === 'never' || (block.endsBy === 'adjacent' && change.from > end);
    return untouched ? { line: end, entry: block.exit } : { line: start, entry: block.entry };
  }
  const previous = blocks[index - 1];
  const own = { line: start, entry: block.entry };
  // A block looks at the first two lines after its own, no further.
  if (previous === undefined || change.from > start + 1 || previous.endsBy === 'never') return own;
  const previousStart = lines.at(index - 1);
  const apart = previousStart + previous.height < start;
  if (apart && (previous.endsBy === 'adjacent' || keepsApart(start, change, before, after))) return own;
  return { line: previousStart, entry: previous.entry };
};

/** Where the first block begins that is as it was before the gap came. */
const firstKnown = (lines: BlockLines, gap: Gap): number => {
  const index = lines.firstFrom(gap.to);
  return index < lines.count ? lines.at(index) : Number.POSITIVE_INFINITY;
};

/** A change in a gap, of which only the lines before are known: the block that ends there may have to be read again. */
const startAt = (blocks: readonly KeptBlock[], lines: BlockLines, gap: Gap): ReadingStart => {
  const index = lines.firstFrom(gap.from) - 1;
  const previous = blocks[index];
  return previous === undefined || previous.endsBy === 'never'
    ? { line: gap.from, entry: gap.entry }
    : { line: lines.at(index), entry: previous.entry };
};

/**
 * Text behind a list and a blank line is no part of the list as long as it is indented as before and starts with a letter:
 * to look no further saves reading a long list again for every key in the paragraph below it.
 */
const keepsApart = (start: number, change: LineChange, before: TextSource, after: TextSource): boolean => {
  if (change.from > start) return true;
  const old = plainStart.exec(before.line(start).text)?.[0];
  return old !== undefined && old === plainStart.exec(after.line(change.at).text)?.[0];
};

/** The indentation of a line that starts with neither punctuation nor a digit. */
const plainStart = /^ {0,3}(?=[^\s!-@[-`{-~])/;
