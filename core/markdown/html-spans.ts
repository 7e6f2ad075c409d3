import type { TagEffect } from './html-tags.ts';
import { maxSpanLines } from './limits.ts';

/** A leaf that leaves raw HTML elements open or closes some; `index` counts all leaves. */
export interface TaggedLeaf {
  readonly index: number;
  readonly tags: readonly TagEffect[];
  /** Its first line, and the line after its last. */
  readonly fromLine: number;
  readonly toLine: number;
}

/** Leaves `first` to `last` are one block, since a raw HTML element opens in one and closes in the other. */
export interface HtmlSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * Which leaves belong together. A tag pairs with the nearest open one of its name, and what was opened in between and not
 * closed is without a partner: such a tag closes at the end of its own block, and so does a pair that lies too far apart.
 * Spans come in order and do not overlap.
 */
export const htmlSpans = (leaves: Iterable<TaggedLeaf>): HtmlSpan[] => {
  const pairs = pairsOf(leaves).toSorted((a, b) => a.from.index - b.from.index || b.to.index - a.to.index);
  const spans: { from: TaggedLeaf; to: TaggedLeaf }[] = [];
  for (const { from, to } of pairs) {
    const last = spans.at(-1);
    if (last === undefined || from.index > last.to.index) spans.push({ from, to });
    else if (to.index > last.to.index && to.toLine - last.from.fromLine <= maxSpanLines) last.to = to;
  }
  return spans.map(({ from, to }) => ({ first: from.index, last: to.index }));
};

interface Pair {
  readonly name: string;
  readonly from: TaggedLeaf;
  readonly to: TaggedLeaf;
}

/** The tags that find each other, however deep. */
export const pairsOf = (leaves: Iterable<TaggedLeaf>): Pair[] => {
  const pairs: Pair[] = [];
  const open: { readonly name: string; readonly leaf: TaggedLeaf }[] = [];
  const counts = new Map<string, number>();
  for (const leaf of leaves) {
    for (const { name, opens } of leaf.tags) {
      const count = counts.get(name) ?? 0;
      if (opens) {
        open.push({ name, leaf });
        counts.set(name, count + 1);
      } else if (count > 0) {
        for (let last = open.pop(); last !== undefined; last = open.pop()) {
          counts.set(last.name, (counts.get(last.name) ?? 1) - 1);
          if (last.name !== name) continue;
          if (leaf.toLine - last.leaf.fromLine <= maxSpanLines)
            pairs.push({ name, from: last.leaf, to: leaf });
          break;
        }
      }
    }
  }
  return pairs;
};
