import { lineMapper, type LineChange } from './block-lines.ts';
import type { Continuation } from './leaf.ts';

/**
 * Lines whose blocks are not up to date: reading goes on at `from` (inside of `entry`, if that is not undefined) and has to
 * go to `to` at least, then on until it meets the start of a known block. `from` equals `to` when only that is left to do.
 */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly entry: Continuation | undefined;
}

/** The gaps of a kept list, in order, none touching the next. */
export class Gaps {
  private list: Gap[] = [];

  get empty(): boolean {
    return this.list.length === 0;
  }

  clear(): void {
    this.list = [];
  }

  /** Adds a gap; one that is there already knows better what its first line is inside of. */
  add(gap: Gap): void {
    const first = this.firstEnding(gap.from);
    let end = first;
    let merged = gap;
    for (
      let other = this.list[end];
      other !== undefined && other.from <= merged.to;
      other = this.list[++end]
    ) {
      const start = other.from <= merged.from ? other : merged;
      merged = { from: start.from, entry: start.entry, to: Math.max(merged.to, other.to) };
    }
    this.list.splice(first, end - first, merged);
  }

  remove(gap: Gap): void {
    const at = this.list.indexOf(gap, this.firstEnding(gap.to));
    if (at >= 0) this.list.splice(at, 1);
  }

  /** Takes out the first gap that ends from `line` on, if it starts at `until` or above. */
  takeReached(line: number, until: number): Gap | undefined {
    const at = this.firstEnding(line);
    const found = this.list[at];
    if (found === undefined || found.from > until) return undefined;
    this.list.splice(at, 1);
    return found;
  }

  /** The gap to fill first for somebody who looks at `line`: the one over it, else the nearest one. */
  nearest(line: number): Gap | undefined {
    const at = this.firstEnding(line);
    const [above, below] = [this.list[at - 1], this.list[at]];
    if (above === undefined || below === undefined) return above ?? below;
    return below.from - line <= line - above.to ? below : above;
  }

  /** The last gap that starts on this line or above. */
  lastFrom(line: number): Gap | undefined {
    const at = this.firstEnding(line);
    const found = this.list[at];
    return found !== undefined && found.from <= line ? found : this.list[at - 1];
  }

  /** Whether a line in the range is in a gap. */
  touches(fromLine: number, toLine: number): boolean {
    const gap = this.list[this.firstEnding(fromLine + 1)];
    return gap !== undefined && gap.from < toLine;
  }

  /** Index of the first gap whose end is this line or below. */
  private firstEnding(line: number): number {
    let low = 0;
    let high = this.list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.list[middle]?.to ?? line) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Follows an edit of the text. Gaps that start on lines which are gone start below the change. */
  shift(changes: readonly LineChange[]): void {
    if (this.list.length === 0) return;
    const [mapFrom, mapTo] = [lineMapper(changes, 1), lineMapper(changes, 1)];
    const old = this.list;
    this.list = [];
    for (const gap of old) this.add({ from: mapFrom(gap.from), to: mapTo(gap.to), entry: gap.entry });
  }
}
