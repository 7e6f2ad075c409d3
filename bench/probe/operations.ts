import { marks } from '../shared/marks.ts';
import type { OperationName, Side } from '../shared/probe-api.ts';
import { distance, textBehind } from './blocks.ts';
import type { Pane } from './pane.ts';
import type { Expectation } from './strokes.ts';
import type { TextControl } from './text-control.ts';

interface Operation {
  /** Puts the document and the selection into the state from which one key does it. */
  prepare(text: TextControl): void;
  readonly key: (event: KeyboardEvent) => boolean;
  readonly done: (pane: Pane, side: Side) => boolean;
}

const place = (text: TextControl, mark: string): number => text.read().indexOf(mark);

export const operations: Readonly<Record<OperationName, Operation>> = {
  enter: {
    prepare(text) {
      const end = place(text, marks.list) + marks.list.length;
      text.select(end, end);
    },
    key: ({ key }) => key === 'Enter',
    done(pane, side) {
      const item = pane.block(marks.list);
      if (item === undefined) return false;
      return side === 'editor'
        ? emptyItem.test(textBehind(item))
        : item.closest('li')?.nextElementSibling?.textContent?.trim() === '';
    },
  },
  paste: {
    prepare(text) {
      const at = place(text, marks.before);
      text.select(at, at);
    },
    key: ({ key, ctrlKey }) => key === 'v' && ctrlKey,
    done(pane) {
      const behind = pane.block(marks.before);
      return (
        behind !== undefined && distance(behind, marks.pasted, 2, 'previousElementSibling') !== undefined
      );
    },
  },
  delete: {
    prepare(text) {
      text.select(place(text, marks.gone), place(text, marks.after));
    },
    key: ({ key }) => key === 'Delete',
    done(pane, side) {
      const before = pane.block(marks.before);
      // Between two paragraphs the editor shows an empty line.
      return before !== undefined && distance(before, marks.after, side === 'editor' ? 2 : 1) !== undefined;
    },
  },
  fence: {
    prepare(text) {
      text.replace(0, 0, '``\n');
      text.select(2, 2);
    },
    key: ({ key }) => key === '`',
    done(pane, side) {
      const heading = pane.block(marks.top);
      if (heading === undefined) return false;
      return side === 'preview'
        ? heading.closest('pre') !== null
        : pane.root?.firstElementChild?.textContent?.includes('```') === true;
    },
  },
};

const emptyItem = /^[\s\u200B]*[-*+][\s\u200B]*$/u;

export const operation = (name: OperationName): Expectation<boolean> => ({
  event: 'keydown',
  look: operations[name].done,
  expect: (event) => (operations[name].key(event as KeyboardEvent) ? (seen) => seen : undefined),
});

/** Makes the text what it was, by one change of what differs. */
export function restoreText(text: TextControl, before: string): void {
  const now = text.read();
  let from = 0;
  while (from < before.length && from < now.length && before[from] === now[from]) from++;
  let same = 0;
  const most = Math.min(before.length, now.length) - from;
  while (same < most && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
  if (from < now.length - same || from < before.length - same)
    text.replace(from, now.length - same, before.slice(from, before.length - same));
}
