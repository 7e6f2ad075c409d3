import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import type { Place } from '../../core/targets/checks/finding.ts';

/** Where a leaf begins: its first line, 1-based, and the offset of that. */
export interface Start {
  readonly line: number;
  readonly from: number;
}

/** Where the parts of a block are now. */
export interface Moves {
  readonly line: (line: number) => number;
  readonly place: (place: Place) => Place;
  readonly edits: (edits: readonly TextEdit[]) => readonly TextEdit[];
}

/** Follows what was found in the leaves of a block, that began at `starts`, to the lines on which they begin now. */
export function movesOf(
  starts: readonly Start[],
  lineNow: (leaf: number) => number,
  source: TextSource,
): Moves {
  const now = starts.map((_, leaf): Start => {
    const line = lineNow(leaf);
    return { line, from: line <= source.lines ? source.line(line).from : source.length };
  });
  const shift = (key: keyof Start, at: number): number => {
    const leaf = Math.max(
      0,
      starts.findLastIndex((start) => start[key] <= at),
    );
    return (now[leaf]?.[key] ?? 0) - (starts[leaf]?.[key] ?? 0);
  };
  const place = ({ from, to }: Place): Place => {
    const by = shift('from', from);
    return { from: from + by, to: to + by };
  };
  return {
    line: (line) => line + shift('line', line),
    place,
    edits: (edits) => edits.map((edit) => ({ ...edit, ...place(edit) })),
  };
}
