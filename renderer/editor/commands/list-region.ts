import type { Text } from '@codemirror/state';
import { contentColumn, isBlank, parseRow, quoteDepth, quoteOf, type Row } from './list-row.ts';

/** Lines looked at above and below: a list longer than this is numbered only as far as this. */
const reach = 1000;

/** The lists around some lines: neighbouring lines of one quote depth that list items and what is in them fill. */
export interface Region {
  readonly rows: Row[];
  /** The row of a 1-based line; undefined outside of the region. */
  rowAt(line: number): Row | undefined;
}

const fence = /^(?:`{3,}[^`]*|~{3,}.*)$/u;
const block = /^(?:#{1,6}(?:[ \t]|$)|<|\|)/u;

/** Whether a row stands at the margin and is text of its own: there, a list ends. */
const isMargin = (row: Row): boolean => !isBlank(row) && row.marker === undefined && row.indent < 2;

/** The line where the lists above `line` begin; text right above or below a list's line may be part of its item. */
function firstLine(doc: Text, line: number, depth: number): number {
  let first = line;
  let below: Row | undefined;
  for (let number = line; number >= Math.max(1, line - reach); number -= 1) {
    const { text } = doc.line(number);
    if (quoteDepth(quoteOf(text)) !== depth) break;
    const row = parseRow(text, number, false);
    if (
      isMargin(row) &&
      (block.test(row.rest) || fence.test(row.rest) || (below !== undefined && isBlank(below)))
    )
      break;
    if (row.marker !== undefined) first = number;
    below = row;
  }
  return first;
}

function rowsFrom(doc: Text, first: number, last: number, depth: number): Row[] {
  const rows: Row[] = [];
  let open: string | undefined;
  for (let number = first; number <= Math.min(doc.lines, last + reach); number += 1) {
    const { text } = doc.line(number);
    if (quoteDepth(quoteOf(text)) !== depth) break;
    const row = parseRow(text, number, open !== undefined);
    const above = rows.at(-1);
    const ends = block.test(row.rest) || fence.test(row.rest) || (above !== undefined && isBlank(above));
    if (open === undefined && number > first && isMargin(row) && ends) break;
    rows.push(row);
    const mark = fence.test(row.rest) ? row.rest.slice(0, 3) : undefined;
    if (open === undefined) open = mark;
    else if (row.rest.startsWith(open) && /^(.)\1*\s*$/u.test(row.rest)) open = undefined;
  }
  return rows.slice(0, rows.findLastIndex((row) => !isBlank(row)) + 1);
}

/** Sets which item each row lies in, by CommonMark's columns. */
function nest(rows: readonly Row[]): void {
  const open: Row[] = [];
  let afterBlank = false;
  for (const row of rows) {
    if (isBlank(row)) {
      row.parent = open.at(-1);
      afterBlank = true;
      continue;
    }
    const lazy = row.marker === undefined && !afterBlank;
    const holds = (item: Row): boolean => lazy || contentColumn(item) <= row.indent;
    open.length = open.findLastIndex(holds) + 1;
    row.parent = open.at(-1);
    if (row.marker !== undefined) open.push(row);
    afterBlank = false;
  }
}

/** The lists that the lines from `from` to `to` (1-based) lie in. A text without a list gives rows without a marker. */
export function regionOf(doc: Text, from: number, to: number): Region {
  const depth = quoteDepth(quoteOf(doc.line(from).text));
  const rows = rowsFrom(doc, firstLine(doc, from, depth), to, depth);
  nest(rows);
  const byLine = new Map(rows.map((row) => [row.line, row]));
  return { rows, rowAt: (line) => byLine.get(line) };
}

/** The item that a row is or lies in. */
export const itemOf = (row: Row | undefined): Row | undefined =>
  row?.marker === undefined ? row?.parent : row;

export function isInside(row: Row, item: Row): boolean {
  for (let at = row.parent; at !== undefined; at = at.parent) if (at === item) return true;
  return false;
}

/** An item's row and those of everything in it. */
export const subtree = ({ rows }: Region, item: Row): readonly Row[] =>
  rows.filter((row) => row === item || isInside(row, item));
