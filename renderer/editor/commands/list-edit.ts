import type { EditorState, SelectionRange, TransactionSpec } from '@codemirror/state';
import type { TextEdit } from '../../../core/contract/text.ts';
import { isInside, itemOf, regionOf, type Region } from './list-region.ts';
import { numberingOf, renumber } from './list-numbers.ts';
import { isBlank, prefixOf, type Row } from './list-row.ts';

/** 1-based lines of a selection; one that ends at a line's start does not reach into that line. */
export function linesOf(
  state: EditorState,
  range: SelectionRange,
): { readonly first: number; readonly last: number } {
  const first = state.doc.lineAt(range.from);
  const last = state.doc.lineAt(range.to);
  const excluded = !range.empty && range.to === last.from && last.number > first.number;
  return { first: first.number, last: excluded ? last.number - 1 : last.number };
}

export interface SelectedLists {
  readonly region: Region;
  /** Items whose line is selected, or in which the caret stands. */
  readonly items: readonly Row[];
}

/** The lists in the selection, each region once. */
export function selectedLists(state: EditorState): readonly SelectedLists[] {
  const found: { readonly region: Region; readonly items: Set<Row> }[] = [];
  for (const range of state.selection.ranges) {
    const { first, last } = linesOf(state, range);
    for (let line = first; line <= last; line += 1) {
      let entry = found.at(-1);
      if (entry?.region.rowAt(line) === undefined) {
        entry = { region: regionOf(state.doc, line, last), items: new Set() };
        found.push(entry);
      }
      const row = entry.region.rowAt(line);
      const item = row?.code === true && line !== first ? undefined : itemOf(row);
      if (item !== undefined && (row === item || line === first)) entry.items.add(item);
    }
  }
  return found
    .map(({ region, items }) => ({ region, items: [...items] }))
    .filter(({ items }) => items.length > 0);
}

/** The outermost of some items: the others move with them. */
export const outermost = (items: readonly Row[]): readonly Row[] =>
  items.filter((item) => !items.some((other) => other !== item && isInside(item, other)));

/** The smallest edit that gives a line its new prefix. */
export function prefixChange(state: EditorState, row: Row): TextEdit[] {
  if (row.line === undefined || isBlank(row)) return [];
  const before = row.text.slice(0, row.text.length - row.rest.length);
  const after = prefixOf(row);
  const { from } = state.doc.line(row.line);
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail += 1;
  return [
    { from: from + head, to: from + before.length - tail, insert: after.slice(head, after.length - tail) },
  ];
}

/** Rows as they are shown, to see which of them an edit moved. */
const shape = (row: Row): string =>
  `${String(row.indent)} ${row.marker?.sign ?? ''} ${String(row.marker?.number ?? '')} ${String(row.marker?.gap ?? '')}`;

/** Runs `edit` on a region and gives the changes to the text. */
export function changesAsIs(state: EditorState, region: Region, edit: () => void): TextEdit[] {
  const shapes = new Map(region.rows.map((row) => [row, shape(row)]));
  edit();
  return region.rows
    .filter((row) => shape(row) !== shapes.get(row))
    .flatMap((row) => prefixChange(state, row));
}

/** The same, with the lists that have other items now numbered anew. */
export function changesOf(state: EditorState, region: Region, edit: () => void): TextEdit[] {
  const before = numberingOf(region);
  return changesAsIs(state, region, () => {
    edit();
    renumber(region, before);
  });
}

/** One step of typing in lists, in which each caret stays with its letter. */
export function listTransaction(state: EditorState, specs: TextEdit[], userEvent: string): TransactionSpec {
  const changes = state.changes(specs);
  return { changes, selection: state.selection.map(changes, 1), scrollIntoView: true, userEvent };
}
