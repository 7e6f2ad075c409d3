import type { EditorState, StateCommand } from '@codemirror/state';
import type { TextEdit } from '../../../core/contract/text.ts';
import { changesAsIs, listTransaction, prefixChange } from './list-edit.ts';
import { setMarker } from './list-moves.ts';
import { regionOf, subtree } from './list-region.ts';
import { contentColumn, parseRow, taskBox, type Marker, type Row } from './list-row.ts';
import { selectedRows } from './selected-rows.ts';

type Kind = 'bullet' | 'numbered' | 'task';

const boxOf = (row: Row): string => (row.marker === undefined ? '' : (taskBox(row.rest) ?? ''));

function kindOf(row: Row): Kind | undefined {
  if (row.marker === undefined) return undefined;
  if (boxOf(row) !== '') return 'task';
  return row.marker.number === undefined ? 'bullet' : 'numbered';
}

/** Counts the numbered items of each indent, going on with a list that ends right above. */
function counter(state: EditorState, first: Row): (row: Row) => number {
  const counts = new Map<number, number>();
  const above = (first.line ?? 1) > 1 ? state.doc.line((first.line ?? 1) - 1).text : '';
  const last = parseRow(above, undefined, false);
  if (last.marker?.number !== undefined) counts.set(last.indent, last.marker.number);
  return ({ indent }) => {
    for (const deeper of counts.keys()) if (deeper > indent) counts.delete(deeper);
    const number = (counts.get(indent) ?? 0) + 1;
    counts.set(indent, number);
    return number;
  };
}

function markerFor(kind: Kind, row: Row, count: (row: Row) => number): Marker {
  if (kind === 'numbered') {
    return { sign: row.marker?.number === undefined ? '.' : row.marker.sign, number: count(row), gap: 1 };
  }
  const isKept = row.marker !== undefined && (kind === 'task' || row.marker.number === undefined);
  return isKept && row.marker !== undefined
    ? { ...row.marker, gap: 1 }
    : { sign: '-', number: undefined, gap: 1 };
}

/** The edit that gives a line its task box, or takes it away. */
function boxChange(state: EditorState, row: Row, kind: Kind | undefined): TextEdit[] {
  const box = boxOf(row);
  const insert = kind === 'task' ? '[ ] ' : '';
  if ((box === '') === (insert === '')) return [];
  const from = state.doc.line(row.line ?? 1).to - row.rest.length;
  return [{ from, to: from + box.length, insert }];
}

/** Takes an item's marker away; what lies in the item comes as far to the left as its text does. */
function unlist(inner: readonly Row[], item: Row): void {
  const by = contentColumn(item) - item.indent;
  item.marker = undefined;
  for (const row of inner) row.indent -= Math.min(by, row.indent);
}

/** Gives each selected line the marker that `markerOf` finds (none takes it away); what lies in an item moves along. */
function setMarkers(
  state: EditorState,
  rows: readonly Row[],
  markerOf: (row: Row) => Marker | undefined,
): TextEdit[] {
  const last = rows.at(-1)?.line ?? 1;
  const rest = [...rows];
  const changes: TextEdit[] = [];
  for (let row = rest.shift(); row !== undefined; row = rest.shift()) {
    const line = row.line ?? 1;
    const region = regionOf(state.doc, line, last);
    const known = region.rowAt(line);
    // A blank line lies in no region of its own.
    if (known === undefined) {
      row.marker = markerOf(row);
      changes.push(...prefixChange(state, row));
      continue;
    }
    const here = [row, ...rest.filter((other) => region.rowAt(other.line ?? 0) !== undefined)];
    rest.splice(0, here.length - 1);
    changes.push(
      ...changesAsIs(state, region, () => {
        for (const selected of here) {
          const item = region.rowAt(selected.line ?? 0);
          if (item !== undefined) setOne(subtree(region, item), markerOf(selected));
        }
      }),
    );
  }
  return changes;
}

function setOne(rows: readonly Row[], marker: Marker | undefined): void {
  const [item, ...inner] = rows;
  if (item === undefined) return;
  if (marker === undefined) unlist(inner, item);
  else if (item.marker === undefined) item.marker = marker;
  else setMarker(rows, marker);
}

/** Makes the selected lines items of a kind; plain text again when all are of that kind already. */
function toList(kind: Kind): StateCommand {
  return ({ state, dispatch }) => {
    const rows = selectedRows(state);
    const [first] = rows;
    if (state.readOnly || first === undefined) return false;
    const off = rows.every((row) => kindOf(row) === kind);
    const count = counter(state, first);
    const boxes = rows.flatMap((row) => boxChange(state, row, off ? undefined : kind));
    const markers = setMarkers(state, rows, (row) => (off ? undefined : markerFor(kind, row, count)));
    // A marker and a box may meet at one place: the marker comes first.
    dispatch(state.update(listTransaction(state, [...markers, ...boxes], 'input.format')));
    return true;
  };
}

export const bulletList = toList('bullet');
export const numberedList = toList('numbered');
export const taskList = toList('task');

/** Ticks the tasks of the selection, or clears them when all are ticked. */
export const toggleTask: StateCommand = ({ state, dispatch }) => {
  const rows = selectedRows(state).filter((row) => boxOf(row) !== '');
  if (state.readOnly || rows.length === 0) return false;
  const done = rows.every((row) => /^\[[xX]/u.test(row.rest));
  const changes = rows.map((row) => {
    const from = state.doc.line(row.line ?? 1).to - row.rest.length + 1;
    return { from, to: from + 1, insert: done ? ' ' : 'x' };
  });
  dispatch(state.update({ changes, userEvent: 'input.format' }));
  return true;
};
