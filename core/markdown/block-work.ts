import type { TextSource } from '../contract/text.ts';
import type { PatchBuilder } from './block-patch.ts';
import { renderOutdated, renderSpans } from './block-rendering.ts';
import { readGap } from './gap-reading.ts';
import { likelyStart } from './gap-split.ts';
import type { Gap, Gaps } from './gaps.ts';
import type { KeptBlock } from './kept-block.ts';
import type { KeptDocument } from './kept-document.ts';

/** A text, what is known of it, and what is not. */
export interface KnownText {
  readonly source: TextSource;
  readonly document: KeptDocument;
  readonly gaps: Gaps;
  /** The first line that is not front matter, 1-based. */
  readonly body: number;
}

/** One call for work: what it is about, and how far it goes. */
export interface Round {
  readonly focus: number;
  readonly all: boolean;
  readonly patch: PatchBuilder;
  readonly inTime: () => boolean;
  /** The line up to which is read. */
  readonly until: number;
}

/** Lines around the focus that are brought up to date before all others. */
const nearby = 200;

/** Does the most urgent piece of work; false when there is none. */
export const workOn = (text: KnownText, round: Round): boolean => {
  const { focus, all, inTime } = round;
  const { source, document, gaps } = text;
  const gap = gaps.nearest(focus);
  const isNear = gap !== undefined && gap.from <= focus + nearby && gap.to >= focus - nearby;
  const render = (blocks: Iterable<KeptBlock>): boolean =>
    renderOutdated(source, document, gaps, blocks, inTime);
  if (isNear) readPart(text, gap, round);
  else if (!render(outdatedNear(document, focus))) {
    if (!all) return false;
    if (gap !== undefined) readPart(text, gap, { ...round, until: Number.POSITIVE_INFINITY });
    else if (!render(document.outdated)) return false;
  }
  if (document.spans.stale) renderSpans(source, document, gaps);
  return true;
};

const readPart = (
  { source, document, gaps, body }: KnownText,
  gap: Gap,
  { focus, patch, inTime, until }: Round,
): void => {
  const line = likelyStart(source, gap, focus);
  let part = gap;
  if (line !== undefined) {
    // The line above is blank, so the two parts do not touch.
    gaps.remove(gap);
    gaps.add({ from: gap.from, to: line - 1, entry: gap.entry });
    part = { from: line, to: gap.to, entry: undefined };
    gaps.add(part);
  }
  readGap(source, part, gaps, document, body, patch, inTime, until);
};

const outdatedNear = ({ outdated, lines, blocks }: KeptDocument, focus: number): KeptBlock[] => {
  if (outdated.size === 0) return [];
  const near = blocks.slice(lines.firstFrom(focus - nearby), lines.firstFrom(focus + nearby));
  return near.filter((block) => outdated.has(block));
};
