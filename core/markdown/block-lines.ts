import type { TextEdit, TextSource } from '../contract/text.ts';

/** Old lines `from` to `to` (1-based, both inclusive) became `count` lines, the first of them now being line `at`. */
export interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly count: number;
}

/** What edits (ascending, positions in `before`) do to the lines of a text. */
export const lineChanges = (before: TextSource, edits: readonly TextEdit[]): LineChange[] => {
  let shift = 0;
  return edits.map(({ from, to, insert }) => {
    const first = before.lineAt(from).number;
    const last = before.lineAt(to).number;
    const change = { from: first, to: last, at: first + shift, count: lineEnds(insert) + 1 };
    shift += change.count - (last - first + 1);
    return change;
  });
};

const lineEnds = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
};

/** The line after the last one of a change. */
const after = (change: LineChange): number => change.at + change.count;

/**
 * Follows ascending old lines through changes: to their new numbers or, when they are gone, to `gone` of the change that took
 * them (its last new line, plus this).
 */
export const lineMapper = (changes: readonly LineChange[], gone: 0 | 1): ((line: number) => number) => {
  let next = 0;
  let shift = 0;
  return (line) => {
    for (let change = changes[next]; change !== undefined && line > change.to; change = changes[++next]) {
      shift = after(change) - (change.to + 1);
    }
    const change = changes[next];
    return change !== undefined && line > change.from ? after(change) - 1 + gone : line + shift;
  };
};

/**
 * The first line of every block. Plain numbers in one array: a key that adds a line moves those below by a loop over them,
 * which is nothing beside the rest even for 150,000 blocks, and a key within a paragraph moves none.
 */
export class BlockLines {
  private readonly starts: number[] = [];

  get count(): number {
    return this.starts.length;
  }

  at(index: number): number {
    return this.starts[index] ?? 0;
  }

  splice(at: number, removed: number, inserted: readonly number[]): void {
    this.starts.splice(at, removed, ...inserted);
  }

  /** Index of the first block that starts on this line or below. */
  firstFrom(line: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Moves all blocks below the first change. One that started on a line that is gone now starts on a changed line. */
  shift(changes: readonly LineChange[]): void {
    const first = changes[0];
    const last = changes.at(-1);
    if (first === undefined || last === undefined) return;
    if (changes.every((change) => change.to === change.from && change.count === 1)) return;
    const map = lineMapper(changes, 0);
    for (let index = this.firstFrom(first.from); index < this.starts.length; index++) {
      this.starts[index] = map(this.starts[index] ?? 0);
    }
  }
}
