import type { Blocks } from './blocks.ts';

/** What is made or drawn in one go, in blocks and in characters of HTML. */
export const chunkBlocks = 40;
const chunkLength = 40_000;

/** The HTML of the blocks from `from` on, in order: at least of one, when there is any. */
export function chunkBelow(blocks: Blocks, from: number, most = chunkBlocks): readonly string[] {
  return chunk(blocks, from, Math.min(most, blocks.count - from), 1);
}

/** The HTML of the blocks before `to`, in order: at least of one, when there is any. */
export function chunkAbove(blocks: Blocks, to: number): readonly string[] {
  return chunk(blocks, to - 1, Math.min(chunkBlocks, to), -1).toReversed();
}

function chunk(blocks: Blocks, first: number, most: number, step: 1 | -1): readonly string[] {
  const htmls: string[] = [];
  for (let length = 0; htmls.length < most && length <= chunkLength;) {
    const html = blocks.html(first + step * htmls.length);
    htmls.push(html);
    length += html.length;
  }
  return htmls;
}
