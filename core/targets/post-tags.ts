import type { TextEdit, TextSource } from '../contract/text.ts';
import type { LinkUse } from '../markdown/links.ts';
import { escapeHtml } from './escape.ts';
import type { PlacedPost, PostTag, PostToExport } from './target.ts';

/** What is left of a link of Markdown behind its destination: a title, and the end. */
const behindDestination = /^\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))?\s*\)/s;
/** The label behind the words of a reference; none when they are the label themselves. */
const label = /^\](?:\[(?:[^\\[\]]|\\.)*\])?/s;

/**
 * A link whose address the engine looks up by its tag: the edits that make it; undefined where the post or its link has
 * no such spelling. `rest` is its query and anchor.
 */
export function taggedLink(
  { source }: Pick<PostToExport, 'source'>,
  { written, words, title }: LinkUse,
  { tag, as }: PostTag,
  linked: PlacedPost,
  rest: string,
): readonly TextEdit[] | undefined {
  const spelled = tag(linked);
  if (spelled === undefined) return undefined;
  if (written?.as === 'html')
    return [{ from: written.from, to: written.to, insert: `"${spelled}${escapeHtml(rest)}"` }];
  if (as === 'destination')
    // Between these marks every parser takes blanks, so that Fude's own rules read it as a link, too.
    return written && [{ from: written.from, to: written.to, insert: `<${spelled}${rest}>` }];
  const end = words && endOf(source, words, written);
  if (words === undefined || end === undefined || source.sliceString(words.from - 1, words.from) !== '[')
    return undefined;
  const named = title === undefined ? '' : ` title="${escapeHtml(title)}"`;
  return [
    { from: words.from - 1, to: words.from, insert: `<a href="${spelled}${escapeHtml(rest)}"${named}>` },
    { from: words.to, to: end, insert: '</a>' },
  ];
}

/** Where a link ends whose words are there; `written` is its destination, in the link itself or in a definition elsewhere. */
function endOf(
  source: TextSource,
  { to }: NonNullable<LinkUse['words']>,
  written: LinkUse['written'],
): number | undefined {
  const from = written?.from ?? 0;
  const inline = from > to && /^\]\(\s*$/.test(source.sliceString(to, from));
  const at = inline ? (written?.to ?? to) : to;
  const found = (inline ? behindDestination : label).exec(source.sliceString(at, at + longestEnd));
  return found === null ? undefined : at + found[0].length;
}

/** Characters of a title or a label. */
const longestEnd = 2000;
