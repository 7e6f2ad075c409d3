import type { EditorState } from '@codemirror/state';
import { linesOf } from './list-edit.ts';
import { parseRow, type Row } from './list-row.ts';
import { inProse } from './prose.ts';

/**
 * The lines of the selection that hold text of Markdown's own, in order. Blank lines count only where one is all that
 * is selected: there, the author wants to write the first of its kind.
 */
export function selectedRows(state: EditorState): readonly Row[] {
  const rows = new Map<number, Row>();
  for (const range of state.selection.ranges) {
    const { first, last } = linesOf(state, range);
    for (let number = first; number <= last; number += 1) {
      const line = state.doc.line(number);
      const row = parseRow(line.text, number, false);
      const counts = row.marker !== undefined || row.rest.trim() !== '' || first === last;
      if (counts && inProse(state, line.to)) rows.set(number, row);
    }
  }
  return [...rows.values()].toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
}
