import type { Heading } from '../../core/markdown/outline.ts';

/** How one outline became another. */
export interface OutlineChange {
  /** Index of the first heading that went or came. */
  readonly from: number;
  readonly removed: number;
  readonly inserted: readonly Heading[];
  /** Lines by which those behind have moved. */
  readonly moved: number;
}

/** Undefined when they are the same. */
export function outlineChange(
  before: readonly Heading[],
  after: readonly Heading[],
): OutlineChange | undefined {
  const moved = (after.at(-1)?.line ?? 0) - (before.at(-1)?.line ?? 0);
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && isSame(before[from], after[from], 0)) from += 1;
  let kept = 0;
  while (kept < most - from && isSame(before.at(-1 - kept), after.at(-1 - kept), moved)) kept += 1;
  const removed = before.length - kept - from;
  const inserted = after
    .slice(from, after.length - kept)
    .map(({ level, text, line }) => ({ level, text, line }));
  const isNothing = removed === 0 && inserted.length === 0 && (kept === 0 || moved === 0);
  return isNothing ? undefined : { from, removed, inserted, moved: kept === 0 ? 0 : moved };
}

/** The outline after a change. */
export function changedOutline(
  before: readonly Heading[],
  { from, removed, inserted, moved }: OutlineChange,
): readonly Heading[] {
  const behind = before.slice(from + removed);
  return [
    ...before.slice(0, from),
    ...inserted,
    ...(moved === 0 ? behind : behind.map((heading) => ({ ...heading, line: heading.line + moved }))),
  ];
}

const isSame = (a: Heading | undefined, b: Heading | undefined, moved: number): boolean =>
  a !== undefined && a.level === b?.level && a.text === b.text && a.line + moved === b.line;
