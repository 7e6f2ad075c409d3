import type { EditorState, StateCommand } from '@codemirror/state';
import type { TextEdit } from '../../../core/contract/text.ts';
import { listTransaction } from './list-edit.ts';
import type { Row } from './list-row.ts';
import { selectedRows } from './selected-rows.ts';

const hashes = /^#{1,6}(?:[ \t]+|$)/u;

const marksOf = (row: Row): string => hashes.exec(row.rest)?.[0] ?? '';
const levelOf = (row: Row): number => marksOf(row).trimEnd().length;

function setLevel(state: EditorState, row: Row, level: number): TextEdit {
  const line = state.doc.line(row.line ?? 1);
  const from = line.to - row.rest.length;
  return { from, to: from + marksOf(row).length, insert: level === 0 ? '' : `${'#'.repeat(level)} ` };
}

/** Makes the selected lines headings of the level that `next` finds for the level of the first; 0 takes the marks away. */
function toHeading(next: (rows: readonly Row[]) => number): StateCommand {
  return ({ state, dispatch }) => {
    const rows = selectedRows(state);
    if (state.readOnly || rows.length === 0) return false;
    const level = next(rows);
    const changes = rows.map((row) => setLevel(state, row, level));
    dispatch(state.update(listTransaction(state, changes, 'input.format')));
    return true;
  };
}

/** Makes headings of a level; text again when all are that already. */
export const heading = (level: 1 | 2 | 3 | 4 | 5 | 6): StateCommand =>
  toHeading((rows) => (rows.every((row) => levelOf(row) === level) ? 0 : level));

/** Text, heading 1, 2 … 6, and text again. */
export const cycleHeading: StateCommand = toHeading(([first]) =>
  first === undefined ? 0 : (levelOf(first) + 1) % 7,
);
