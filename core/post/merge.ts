import { keptLines } from './kept-lines.ts';
import { joined, paragraphsOf, type Paragraph } from './paragraphs.ts';

/** A stretch that both sides changed in different ways; the author chooses. `base` is what both started from. */
export interface MergeConflict {
  readonly kind: 'conflict';
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** The text in order: what is settled, and what is not. */
export type MergePart = { readonly kind: 'text'; readonly text: string } | MergeConflict;

export type Merge =
  | { readonly kind: 'merged'; readonly text: string }
  | { readonly kind: 'conflicts'; readonly parts: readonly MergePart[] };

/**
 * Joins two versions of one text by paragraph (list items and header lines count as such): what only one side changed
 * is taken from it, what both changed alike is taken once. Line ends are `\n`. Nothing that either side wrote is ever
 * missing: it stands in the text or in a conflict. Time is near linear in the number of paragraphs.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merge {
  if (mine === theirs || base === theirs) return { kind: 'merged', text: mine };
  if (base === mine) return { kind: 'merged', text: theirs };
  const [old, own, other] = [paragraphsOf(base), paragraphsOf(mine), paragraphsOf(theirs)];
  const sides = { base: old.list, mine: sideOf(old.list, own.list), theirs: sideOf(old.list, other.list) };
  const segments = segmentsOf(sides);
  const end = own.end === old.end ? other.end : own.end;
  return mergeOf(segments, end);
}

/** Base paragraphs from `from` to `to` (half open) became `now`; an empty range is an insertion before `from`. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly now: readonly Paragraph[];
}

interface Side {
  readonly hunks: readonly Hunk[];
  /** The paragraph of this side that a base paragraph is, where it stayed the same. */
  readonly same: ReadonlyMap<number, Paragraph>;
}

interface Sides {
  readonly base: readonly Paragraph[];
  readonly mine: Side;
  readonly theirs: Side;
}

type Segment =
  | { readonly kind: 'text'; readonly list: readonly Paragraph[] }
  | {
      readonly kind: 'conflict';
      readonly base: readonly Paragraph[];
      readonly mine: readonly Paragraph[];
      readonly theirs: readonly Paragraph[];
    };

function sideOf(base: readonly Paragraph[], now: readonly Paragraph[]): Side {
  const kept = keptLines(
    base.map(({ text }) => text),
    now.map(({ text }) => text),
  );
  const hunks: Hunk[] = [];
  const same = new Map<number, Paragraph>();
  let [from, newFrom] = [0, 0];
  const region = (to: number, newTo: number): void => {
    hunks.push(...hunksOf(from, to, now.slice(newFrom, newTo)));
    [from, newFrom] = [to + 1, newTo + 1];
  };
  for (const [newIndex, paragraph] of now.entries()) {
    const index = kept[newIndex];
    if (index === undefined || base[index]?.text !== paragraph.text) continue;
    region(index, newIndex);
    same.set(index, paragraph);
  }
  region(base.length, now.length);
  return { hunks, same };
}

/** As many paragraphs as before are those of before, each edited; else the whole stretch is one change. */
function hunksOf(from: number, to: number, now: readonly Paragraph[]): readonly Hunk[] {
  if (from === to && now.length === 0) return [];
  if (to - from !== now.length) return [{ from, to, now }];
  return now.map((paragraph, index) => ({ from: from + index, to: from + index + 1, now: [paragraph] }));
}

function segmentsOf(sides: Sides): readonly Segment[] {
  const { base, mine, theirs } = sides;
  const segments: Segment[] = [];
  const [own, other] = [[...mine.hunks], [...theirs.hunks]];
  let at = 0;
  for (;;) {
    const first = firstOf(own[0], other[0]);
    if (!first) break;
    segments.push({ kind: 'text', list: unchanged(sides, at, first.from) });
    const group = takeGroup(first, own, other);
    segments.push(...settle(sides, group));
    at = group.to;
  }
  segments.push({ kind: 'text', list: unchanged(sides, at, base.length) });
  return segments;
}

function firstOf(a: Hunk | undefined, b: Hunk | undefined): Hunk | undefined {
  if (!a || !b) return a ?? b;
  // At one place an insertion comes before a change of what follows it.
  return a.from < b.from || (a.from === b.from && a.to <= b.to) ? a : b;
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly mine: readonly Hunk[];
  readonly theirs: readonly Hunk[];
}

/** Takes the first hunk and all that overlap with it, with one another, on either side. */
function takeGroup(first: Hunk, own: Hunk[], other: Hunk[]): Group {
  const { from } = first;
  let { to } = first;
  const taken: { readonly mine: Hunk[]; readonly theirs: Hunk[] } = { mine: [], theirs: [] };
  const take = (queue: Hunk[], into: Hunk[]): boolean => {
    const next = queue[0];
    if (!next || !(next === first || overlaps(next, from, to))) return false;
    into.push(next);
    queue.shift();
    to = Math.max(to, next.to);
    return true;
  };
  while (take(own, taken.mine) || take(other, taken.theirs));
  return { from, to, ...taken };
}

/** Hunks that only touch do not overlap; two insertions in one place do. */
function overlaps(hunk: Hunk, from: number, to: number): boolean {
  if (hunk.from === hunk.to && from === to) return hunk.from === from;
  return hunk.from < to && hunk.to > from;
}

function settle(sides: Sides, group: Group): readonly Segment[] {
  const { from, to } = group;
  const base = sides.base.slice(from, to);
  const mine = applied(sides, group, 'mine');
  const theirs = applied(sides, group, 'theirs');
  if (group.theirs.length === 0 || joined(mine) === joined(theirs)) return [{ kind: 'text', list: mine }];
  if (group.mine.length === 0) return [{ kind: 'text', list: theirs }];
  return [{ kind: 'conflict', base, mine, theirs }];
}

/** The stretch of a group as one side has it. */
function applied(sides: Sides, group: Group, side: 'mine' | 'theirs'): readonly Paragraph[] {
  const list: Paragraph[] = [];
  let at = group.from;
  for (const hunk of group[side]) {
    list.push(...unchanged(sides, at, hunk.from), ...hunk.now);
    at = hunk.to;
  }
  return [...list, ...unchanged(sides, at, group.to)];
}

/** Paragraphs with the text of the base; the space behind each is taken from the side that changed it. */
function unchanged({ base, mine, theirs }: Sides, from: number, to: number): readonly Paragraph[] {
  return base.slice(from, to).map((paragraph, index) => {
    const gaps = [mine, theirs].map((side) => side.same.get(from + index)?.gap ?? paragraph.gap);
    return { text: paragraph.text, gap: gaps.find((gap) => gap !== paragraph.gap) ?? paragraph.gap };
  });
}

function mergeOf(segments: readonly Segment[], end: string): Merge {
  const filled = segments.filter((segment) => segment.kind === 'conflict' || segment.list.length > 0);
  const parts: MergePart[] = [];
  for (const [index, segment] of filled.entries()) {
    // What stands last ends as the text ends.
    const write = (list: readonly Paragraph[]): string =>
      joined(list, index === filled.length - 1 ? end : undefined);
    if (segment.kind === 'conflict') {
      const { base, mine, theirs } = segment;
      parts.push({ kind: 'conflict', base: write(base), mine: write(mine), theirs: write(theirs) });
      continue;
    }
    const text = write(segment.list);
    const before = parts.at(-1);
    if (before?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: before.text + text };
    else parts.push({ kind: 'text', text });
  }
  const texts = parts.filter((part) => part.kind === 'text');
  if (texts.length < parts.length) return { kind: 'conflicts', parts };
  return { kind: 'merged', text: texts.map(({ text }) => text).join('') };
}
