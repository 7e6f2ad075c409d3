import type { Post } from './blocks.ts';

/** What is shown before the first post. */
export const nothing: Post = {
  source: {
    length: 0,
    lines: 1,
    line: () => emptyLine,
    lineAt: () => emptyLine,
    sliceString: () => '',
  },
  blocks: {
    count: 0,
    pending: false,
    html: () => '',
    lines: () => ({ fromLine: 1, toLine: 1 }),
    indexAtLine: () => 0,
  },
};
const emptyLine = { number: 1, from: 0, to: 0, text: '' };
