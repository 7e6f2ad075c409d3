import { bodyLine } from '../../markdown/read-leaves.ts';
import type { DialectRule } from './rule.ts';

/** Stands in a tag of Fude's until the post's own marks are told from it; no text has this character. */
const own = '\uFDD0';

/** A tag that is to be run. */
export const liquidTag = (words: string): string => `{%${own} ${words} %}`;

/** What Liquid takes for orders, shown as it is written; tags of Fude's run. */
export const liquidAsText: DialectRule = ({ source }) => {
  const first = bodyLine(source);
  if (first > source.lines) return [];
  const start = source.line(first).from;
  return [...source.sliceString(start).matchAll(/\{[{%](\uFDD0)?/g)].map(({ index, 0: mark, 1: ours }) => {
    const from = start + index;
    return ours === undefined
      ? { from, to: from + mark.length, insert: `{% raw %}${mark}{% endraw %}` }
      : { from: from + mark.length - own.length, to: from + mark.length, insert: '' };
  });
};
