import type { TextSource } from '../../core/contract/text.ts';
import { placeTexts, sourceOffset } from './align.ts';
import type { Blocks } from './blocks.ts';
import { readableIn } from './readable.ts';

/** A post is searched as a whole, for a text that has no lines of its own (a footnote's), up to this many characters. */
const searchLimit = 2_000_000;

/**
 * The character of the source that a place in a drawn block comes from: exact where the text is in the source as it reads,
 * else the nearest text before it. `nodes` are those of the block.
 */
export function sourcePlace(
  source: TextSource,
  blocks: Blocks,
  index: number,
  nodes: readonly Node[],
  at: Node,
  offset: number,
): number {
  const { fromLine, toLine } = blocks.lines(index);
  const own = toLine > fromLine;
  const from = own ? source.line(fromLine).from : 0;
  const to = own ? source.line(Math.min(toLine - 1, source.lines)).to : Math.min(source.length, searchLimit);
  const text = source.sliceString(from, to);
  const readable = readableIn(nodes);
  const places = placeTexts(
    text,
    readable.map((one) => one.text),
  );
  const wanted = readable.findIndex(({ node }) => node === at || at.contains(node));
  for (let near = wanted; near >= 0; near--) {
    const place = places[near] ?? -1;
    if (place < 0) continue;
    const read = readable[near]?.text ?? '';
    const within = near < wanted ? read.length : at.nodeType === 3 ? offset : 0;
    return from + sourceOffset(text, place, read, within);
  }
  return from;
}
