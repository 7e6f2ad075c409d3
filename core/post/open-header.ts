import { openingFence } from '../contract/front-matter-range.ts';
import type { FrontMatterRange } from '../contract/front-matter-range.ts';
import type { TextSource } from '../contract/text.ts';

/** What tells a header's first line from text below a rule. */
const keys: Readonly<Record<FrontMatterRange['kind'], RegExp>> = {
  yaml: /^[\w-]+:(?:[ \t]|$)/,
  toml: /^[\w-]+[ \t]*=/,
};

/**
 * The fence of a header that is not closed: all of it is text, and no field can be written into it. Asked of a text
 * that has no front matter; reads its first two lines.
 */
export function openHeader(source: TextSource): '---' | '+++' | undefined {
  const kind = openingFence(source);
  if (kind === undefined || source.lines < 2 || !keys[kind].test(source.line(2).text)) return undefined;
  return kind === 'yaml' ? '---' : '+++';
}
