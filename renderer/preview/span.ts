import type { BlockSplice } from '../../core/markdown/block-patch.ts';

/** A run of blocks by their indices in the post, half open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What lies around the spans when a splice is followed. */
export interface Around {
  /** Blocks of the whole post before the splice. */
  readonly count: number;
  /** Something of the post is left out above or below of what is drawn, and what comes there is left out as well. */
  readonly openAbove: boolean;
  readonly openBelow: boolean;
}

/** New blocks that are taken in at once; of more, the rest and all below it is left out for now. */
export const mostAtOnce = 160;

/** What a splice does to a span: which of its blocks go, how many come at that place, and where it is afterwards. */
export interface SpanChange {
  readonly span: Span;
  readonly at: number;
  readonly removed: number;
  readonly inserted: number;
}

export function afterSplice({ from, to }: Span, splice: BlockSplice, around: Around): SpanChange {
  const { from: at, removed, inserted } = splice;
  const end = at + removed;
  const shift = inserted - removed;
  if (end <= from && (at < from || (removed === 0 && around.openAbove))) {
    return { span: { from: from + shift, to: to + shift }, at: from, removed: 0, inserted: 0 };
  }
  if (at > to || (at === to && (to < around.count || around.openBelow))) {
    return { span: { from, to }, at: to, removed: 0, inserted: 0 };
  }
  if (at < from) {
    const gone = Math.min(end, to) - from;
    const start = at + inserted;
    return { span: { from: start, to: start + (to - from - gone) }, at: from, removed: gone, inserted: 0 };
  }
  const taken = Math.min(inserted, mostAtOnce);
  const gone = (taken < inserted ? to : Math.min(end, to)) - at;
  return { span: { from, to: to - gone + taken }, at, removed: gone, inserted: taken };
}
