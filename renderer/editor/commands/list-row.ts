import { countColumn } from '@codemirror/state';

/** What stands before the text of a list item. */
export interface Marker {
  /** `-`, `*`, `+`, or `.` and `)` for numbers. */
  readonly sign: string;
  readonly number: number | undefined;
  /** Columns of white space between mark and text; 0 when the line ends after the mark. */
  readonly gap: number;
}

/** One line of a list, in parts that can be moved. Columns count from the end of the quote marks. */
export interface Row {
  /** 1-based line of the text; undefined in a row that is new. */
  readonly line: number | undefined;
  /** The line as it was. */
  readonly text: string;
  /** Quote marks, `> > `, as they stand. */
  readonly quote: string;
  indent: number;
  marker: Marker | undefined;
  /** The text after indent and marker. */
  readonly rest: string;
  /** Inside of a fence: its text is never taken for a marker. */
  readonly code: boolean;
  /** The list item that this row lies in. */
  parent: Row | undefined;
}

const tab = 4;
const quotes = /^(?:[ \t]{0,3}>[ \t]?)*/u;
const bullet = /^([-+*])(?=[ \t]|$)/u;
const ordered = /^(\d{1,9})([.)])(?=[ \t]|$)/u;
const rule = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/u;

export const quoteOf = (text: string): string => quotes.exec(text)?.[0] ?? '';

/** How deep a line is quoted. */
export const quoteDepth = (quote: string): number => quote.replaceAll(/[^>]/gu, '').length;

export function parseRow(text: string, line: number | undefined, code: boolean): Row {
  const quote = quoteOf(text);
  const white = /^[ \t]*/u.exec(text.slice(quote.length))?.[0] ?? '';
  const start = quote.length + white.length;
  const column = (to: number): number => countColumn(text, tab, to);
  const base = column(quote.length);
  const after = text.slice(start);
  const marks = code || rule.test(after) ? null : (bullet.exec(after) ?? ordered.exec(after));
  const row = { line, text, quote, indent: column(start) - base, code, parent: undefined };
  if (marks === null) return { ...row, marker: undefined, rest: after };
  const end = start + marks[0].length;
  const space = /^[ \t]*/u.exec(text.slice(end))?.[0] ?? '';
  const sign = marks[2] ?? marks[1] ?? '-';
  const number = marks[2] === undefined ? undefined : Number(marks[1]);
  const gap = column(end + space.length) - column(end);
  return { ...row, marker: { sign, number, gap }, rest: text.slice(end + space.length) };
}

export const isBlank = (row: Row): boolean => row.marker === undefined && row.rest.trim() === '';

const markText = ({ number, sign }: Marker): string =>
  number === undefined ? sign : `${String(number)}${sign}`;

/** The column at which an item's text begins, and with it everything that belongs to the item. */
export function contentColumn({ indent, marker }: Row): number {
  if (marker === undefined) return indent;
  const gap = marker.gap === 0 || marker.gap > 4 ? 1 : marker.gap;
  return indent + markText(marker).length + gap;
}

/** What stands before the text: quote marks, indent and marker, as they are now. */
export function prefixOf(row: Row): string {
  const mark = row.marker === undefined ? '' : markText(row.marker) + ' '.repeat(row.marker.gap);
  return row.quote + ' '.repeat(row.indent) + mark;
}

/** A task's box in front of an item's text, with the white space after it. */
export const taskBox = (rest: string): string | undefined => /^\[[ xX]\](?:[ \t]+|$)/u.exec(rest)?.[0];
