import type { TextSource } from '../contract/text.ts';
import type { Gaps } from './gaps.ts';
import { indexOfOrder, type KeptBlock } from './kept-block.ts';
import type { KeptDocument } from './kept-document.ts';
import { LeafReader } from './leaf-reader.ts';
import type { Leaf } from './leaf.ts';

const firstLines = 16;

/** Reads the leaves of blocks that follow each other once more; their lines must be up to date. */
const leavesOf = (source: TextSource, document: KeptDocument, index: number, count: number): Leaf[] => {
  const reader = new LeafReader(source, firstLines);
  return document.blocks.slice(index, index + count).map((block, offset) => {
    const line = document.lines.at(index + offset);
    const leaf = reader.read(line, block.entry);
    if (leaf?.line !== line || leaf.height !== block.height)
      throw new Error(`the block at line ${line} is not what it was`);
    return leaf;
  });
};

/**
 * Renders blocks again whose definitions changed, as long as time allows, those in gaps left out: they are read again anyway.
 * False when there was nothing to render.
 */
export const renderOutdated = (
  source: TextSource,
  document: KeptDocument,
  gaps: Gaps,
  wanted: Iterable<KeptBlock>,
  inTime: () => boolean,
): boolean => {
  let rendered = false;
  for (const block of wanted) {
    const index = indexOfOrder(document.blocks, block.order);
    const count = block.members?.length ?? 1;
    if (isInGap(document, gaps, index, count)) continue;
    document.render(block, leavesOf(source, document, index, count));
    rendered = true;
    if (!inTime()) break;
  }
  return rendered;
};

/** Pairs raw HTML tags anew, and renders what belongs together, or no longer does. */
export const renderSpans = (source: TextSource, document: KeptDocument, gaps: Gaps): void => {
  const { blocks, lines, spans } = document;
  const { members, single } = spans.settle(
    blocks,
    lines,
    (fromLine, toLine) => !gaps.touches(fromLine, toLine),
  );
  for (const block of single) {
    const index = indexOfOrder(blocks, block.order);
    if (isInGap(document, gaps, index, 1)) document.outdated.add(block);
    else document.render(block, leavesOf(source, document, index, 1));
  }
  for (const [head, ...followers] of members) {
    if (head === undefined) continue;
    const index = indexOfOrder(blocks, head.order);
    document.render(head, leavesOf(source, document, index, followers.length + 1));
    for (const follower of followers) document.empty(follower);
  }
};

const isInGap = ({ blocks, lines }: KeptDocument, gaps: Gaps, index: number, count: number): boolean => {
  const last = index + count - 1;
  return gaps.touches(lines.at(index), lines.at(last) + (blocks[last]?.height ?? 0));
};
