import type { TextSource } from '../contract/text.ts';
import type { BlockLines, LineChange } from './block-lines.ts';
import type { Gap, Gaps } from './gaps.ts';
import type { KeptBlock } from './kept-block.ts';
import type { KeptDocument } from './kept-document.ts';
import type { Continuation } from './leaf.ts';

/** Where reading has to start after a change; the line is one of the text before. */
export interface ReadingStart {
  readonly line: number;
  readonly entry: Continuation | undefined;
}

/**
 * The first line whose block a change can have touched: that of the changed block, or of one before when its end depends on the
 * changed lines (see `EndsBy`). Undefined above all blocks.
 */
export const readingStart = (
  { blocks, lines, openBlocks }: KeptDocument,
  gaps: Gaps,
  change: LineChange,
  before: TextSource,
  after: TextSource,
): ReadingStart | undefined => {
  const gap = gaps.lastFrom(change.from);
  const inGap = gap !== undefined && change.from <= firstKnown(lines, gap) + 1;
  const near = inGap ? lines.firstFrom(gap.from) - 1 : lines.firstFrom(change.from + 1) - 1;
  const start = inGap
    ? startInGap(blocks, lines, near, gap)
    : startInKnown(blocks, lines, near, change, before, after);
  const over = start === undefined ? start : lookingOver(blocks, lines, start, change, inGap);
  const open = openBlocks > 0 ? openAbove(blocks, lines, near) : undefined;
  return open === undefined || (over !== undefined && over.line < open.line) ? over : open;
};

/**
 * A block sees two lines: where the first of them is a block of one line, a change in the second is its matter too. So does
 * a paragraph end above a link definition just when that is the term of a definition below, and a list of definitions goes
 * on behind blank lines when the words there become a term.
 */
const lookingOver = (
  blocks: readonly KeptBlock[],
  lines: BlockLines,
  start: ReadingStart,
  change: LineChange,
  inGap: boolean,
): ReadingStart => {
  let found = start;
  let below = start.line;
  for (let index = lines.firstFrom(below) - 1; index >= 0; index--) {
    const end = lines.at(index) + (blocks[index]?.height ?? 0);
    const isNext = end === below || (blocks[index]?.endsBy === 'always' && lines.at(index + 1) === below);
    if (!isNext || change.from > below + 1) break;
    const isText = inGap || change.from === below || lines.at(index + 1) === below;
    if (isText && blocks[index]?.endsBy !== 'never') found = startOf(blocks, lines, index) ?? found;
    below = lines.at(index);
  }
  return found;
};

/** In a gap only the lines before are known: the block that ends there may have to be read again. */
const startInGap = (
  blocks: readonly KeptBlock[],
  lines: BlockLines,
  index: number,
  gap: Gap,
): ReadingStart => {
  const start = startOf(blocks, lines, index);
  return start === undefined || blocks[index]?.endsBy === 'never'
    ? { line: gap.from, entry: gap.entry }
    : start;
};

const startOf = (
  blocks: readonly KeptBlock[],
  lines: BlockLines,
  index: number,
): ReadingStart | undefined => {
  const block = blocks[index];
  return block === undefined ? undefined : { line: lines.at(index), entry: block.entry };
};

const startInKnown = (
  blocks: readonly KeptBlock[],
  lines: BlockLines,
  index: number,
  change: LineChange,
  before: TextSource,
  after: TextSource,
): ReadingStart | undefined => {
  const block = blocks[index];
  if (block === undefined) return undefined;
  const start = lines.at(index);
  const end = start + block.height;
  const own = startOf(blocks, lines, index);
  if (change.from >= end) {
    // Below the block, in blank lines.
    const untouched = block.endsBy === 'never' || (block.endsBy === 'adjacent' && change.from > end);
    return untouched ? { line: end, entry: block.exit } : own;
  }
  const previous = blocks[index - 1];
  // A block looks at the first two lines after its own, no further.
  if (previous === undefined || change.from > start + 1 || previous.endsBy === 'never') return own;
  const apart = lines.at(index - 1) + previous.height < start;
  if (apart && previous.endsBy === 'adjacent') return own;
  if (apart && previous.endsBy === 'indented' && keepsApart(start, change, before, after)) return own;
  return startOf(blocks, lines, index - 1);
};

/** The topmost of the blocks that follow each other without a blank line down to this one, if it waits for its end. */
const openAbove = (
  blocks: readonly KeptBlock[],
  lines: BlockLines,
  from: number,
): ReadingStart | undefined => {
  let found: ReadingStart | undefined;
  for (let index = from; index >= 0; index--) {
    if (blocks[index]?.endsBy === 'open') found = startOf(blocks, lines, index);
    const previous = blocks[index - 1];
    if (previous === undefined || lines.at(index - 1) + previous.height < lines.at(index)) break;
  }
  return found;
};

/** Where the first block begins that is as it was before the gap came. */
const firstKnown = (lines: BlockLines, gap: Gap): number => {
  const index = lines.firstFrom(gap.to);
  return index < lines.count ? lines.at(index) : Number.POSITIVE_INFINITY;
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
