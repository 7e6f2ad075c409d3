import { describe, expect, it } from 'vitest';
import type { Blocks } from './blocks.ts';
import { chunkAbove, chunkBelow, chunkBlocks } from './chunks.ts';

const blocksOf = (htmls: readonly string[]): Blocks => ({
  count: htmls.length,
  pending: false,
  html: (index) => htmls[index] ?? '',
  lines: (index) => ({ fromLine: index + 1, toLine: index + 1 }),
  indexAtLine: (line) => line - 1,
});
const short = Array.from({ length: 100 }, (_, index) => `<p>${index}</p>`);
const long = short.map((html) => html.padEnd(15_000));

describe('a chunk of blocks', () => {
  it('is in order on both sides, and no longer than what is made in one go', () => {
    expect(chunkBelow(blocksOf(short), 10)).toEqual(short.slice(10, 10 + chunkBlocks));
    expect(chunkAbove(blocksOf(short), 90)).toEqual(short.slice(90 - chunkBlocks, 90));
    expect(chunkBelow(blocksOf(short), 10, 12)).toEqual(short.slice(10, 22));
  });

  it('ends where the post does', () => {
    expect(chunkBelow(blocksOf(short), 97)).toEqual(short.slice(97));
    expect(chunkBelow(blocksOf(short), 100)).toEqual([]);
    expect(chunkAbove(blocksOf(short), 3)).toEqual(short.slice(0, 3));
    expect(chunkAbove(blocksOf(short), 0)).toEqual([]);
  });

  it('has fewer blocks when they are long, and one that is longer than a chunk by itself', () => {
    expect(chunkBelow(blocksOf(long), 0)).toEqual(long.slice(0, 3));
    expect(chunkAbove(blocksOf(long), 50)).toEqual(long.slice(47, 50));
    expect(chunkBelow(blocksOf(['a'.repeat(50_000), 'b']), 0)).toHaveLength(1);
  });
});
