/** A place that both sides share: a line of the source (fractional) and its height in the preview, in CSS pixels. */
export interface Anchor {
  readonly line: number;
  readonly y: number;
}

/** The height of a line, between the anchors around it; the first or last anchor's outside of them. */
export const heightOf = (anchors: readonly Anchor[], line: number): number =>
  between(anchors, line, 'line', 'y');

/** The line at a height. */
export const lineAt = (anchors: readonly Anchor[], y: number): number => between(anchors, y, 'y', 'line');

function between(anchors: readonly Anchor[], value: number, from: keyof Anchor, to: keyof Anchor): number {
  let low = anchors[0];
  if (low === undefined) return 0;
  for (const high of anchors) {
    if (high[from] > value) {
      if (high === low) return low[to];
      const share = (value - low[from]) / (high[from] - low[from]);
      return low[to] + share * (high[to] - low[to]);
    }
    low = high;
  }
  return low[to];
}

/** Drops anchors that would lead back: lines and heights only grow from one to the next. */
export function growing(anchors: readonly Anchor[]): readonly Anchor[] {
  const kept: Anchor[] = [];
  for (const anchor of anchors) {
    const last = kept.at(-1);
    if (last === undefined || (anchor.line > last.line && anchor.y > last.y)) kept.push(anchor);
  }
  return kept;
}
