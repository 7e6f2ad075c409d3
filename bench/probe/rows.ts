import { posts } from '../shared/marks.ts';
import type { Expectation } from './strokes.ts';

const rows = '[role=option]';

/** Throws when no row of the post list holds the word. */
export function rowWith(word: string): { readonly x: number; readonly y: number } {
  const row = [...document.querySelectorAll(rows)].find(({ textContent }) => textContent?.includes(word));
  if (row === undefined) throw new Error(`no row with ${word}`);
  const { x, y, width, height } = row.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** A press on a row: the panes are to show the post whose marked title it bears. */
export const openingRow: Expectation<string | undefined> = {
  event: 'pointerdown',
  look: (pane) => posts.find((mark) => pane.block(mark) !== undefined),
  expect({ target }) {
    const title = target instanceof Element ? target.closest(rows)?.textContent : undefined;
    const word = /QQ\w+/u.exec(title ?? '')?.[0];
    return word === undefined ? undefined : (seen) => seen === word;
  },
};
