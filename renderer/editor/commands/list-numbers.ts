import { isBlank, type Marker, type Row } from './list-row.ts';
import { subtree, type Region } from './list-region.ts';
import { setMarker } from './list-moves.ts';

/** The items of one list, in order. */
type List = readonly Row[];

/** The lists of a region as they were before an edit. */
export interface Numbering {
  readonly listOf: ReadonlyMap<Row, List>;
  readonly numberOf: ReadonlyMap<Row, number>;
  readonly parentOf: ReadonlyMap<Row, Row | undefined>;
}

/** Splits a region into its lists: neighbouring items of one parent and one sign. */
function listsOf({ rows }: Region): List[] {
  const lists: Row[][] = [];
  const open = new Map<Row | undefined, Row[]>();
  let afterBlank = false;
  for (const row of rows) {
    const { marker, parent } = row;
    if (isBlank(row)) {
      afterBlank = true;
      continue;
    }
    if (marker === undefined) {
      if (afterBlank) open.delete(parent);
    } else {
      const list = open.get(parent);
      const last = list?.at(-1)?.marker;
      // Below a blank line, a number that does not go on begins a list of its own, whatever Markdown makes of it.
      const begins = afterBlank && marker.number !== undefined && marker.number !== (last?.number ?? 0) + 1;
      if (list !== undefined && last?.sign === marker.sign && !begins) list.push(row);
      else {
        const begun = [row];
        lists.push(begun);
        open.set(parent, begun);
      }
      open.delete(row);
    }
    afterBlank = false;
  }
  return lists;
}

export function numberingOf(region: Region): Numbering {
  const lists = listsOf(region);
  return {
    listOf: new Map(lists.flatMap((list) => list.map((row) => [row, list] as const))),
    numberOf: new Map(
      region.rows.flatMap((row) => (row.marker?.number === undefined ? [] : [[row, row.marker.number]])),
    ),
    parentOf: new Map(region.rows.map((row) => [row, row.parent])),
  };
}

type Style = 'counting' | 'same' | 'free';

/** How an author numbered a list: 1 2 3, or 1 1 1, or in a way of their own. */
function styleOf(numbers: readonly number[]): Style {
  if (numbers.length > 1 && numbers.every((number) => number === numbers[0])) return 'same';
  return numbers.every((number, index) => number === (numbers[0] ?? 0) + index) ? 'counting' : 'free';
}

function renumberList(region: Region, list: List, before: Numbering): void {
  const stayed = list.find((row) => before.numberOf.has(row) && before.parentOf.get(row) === row.parent);
  const former = stayed === undefined ? [] : (before.listOf.get(stayed) ?? []);
  const numbers = former.map((row) => before.numberOf.get(row) ?? 1);
  const style = styleOf(numbers);
  const start = numbers[0] ?? 1;
  let number = start - 1;
  for (const row of list) {
    const marker: Marker | undefined = row.marker;
    if (marker?.number === undefined) continue;
    const kept = style === 'free' && former.includes(row);
    number = kept ? marker.number : style === 'same' ? start : number + 1;
    if (marker.number !== number) setMarker(subtree(region, row), { ...marker, number });
  }
}

/** Numbers the lists that have other items now than before; all others keep the numbers their author gave them. */
export function renumber(region: Region, before: Numbering): void {
  for (const list of listsOf(region)) {
    const [first] = list;
    if (first?.marker?.number === undefined) continue;
    const former = before.listOf.get(first);
    const same = former?.length === list.length && list.every((row, index) => row === former[index]);
    if (!same) renumberList(region, list, before);
  }
}
