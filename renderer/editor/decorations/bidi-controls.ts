import type { Extension } from '@codemirror/state';
import { shortenedInLines } from './shortened.ts';

/** What turns the direction of writing. */
const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** More of them than any person's paragraph has; with tens of thousands the page's layout stands still for seconds. */
const most = 1000;
/** Characters of a line that are looked at. */
const farthest = 100_000;

/** Where the first control stands that is one too many. */
export function restOf(line: string): number | undefined {
  // Shorter ones hold too few.
  if (line.length <= most) return undefined;
  let count = 0;
  for (const { index } of line.slice(0, farthest).matchAll(controls)) if (++count > most) return index;
  return undefined;
}

/** What follows endless controls of the direction of writing is shown as its length. The text keeps it. */
export const bidiControls: Extension = shortenedInLines('⇄', (line) => {
  const from = restOf(line);
  return from === undefined ? [] : [{ from, to: line.length }];
});
