import type { Facts } from './facts.ts';
import { maxContents } from './limits.ts';
import type { ArticleWords } from './options.ts';
import { parser } from './parser.ts';

/** A heading with the anchor that it has in the article. */
export interface AnchoredHeading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

export const anchoredHeadings = (facts: Facts, anchors: readonly string[]): AnchoredHeading[] =>
  facts.headings.map(({ level, text }, index) => ({ level, text, anchor: anchors[index] ?? '' }));

/** Nested lists of links to the headings of a post, the first few thousand of them; empty when it has none. */
export const contentsHtml = (headings: readonly AnchoredHeading[], words: ArticleWords): string => {
  if (headings.length === 0) return '';
  const { escapeHtml } = parser.utils;
  const open: number[] = [];
  let html = '';
  for (const { level, text, anchor } of headings.slice(0, maxContents)) {
    // A level that is left out between two headings opens one list only.
    while (open.length > 1 && level <= (open.at(-2) ?? 0)) {
      html += '</li>\n</ul>\n';
      open.pop();
    }
    const last = open.at(-1);
    if (last === undefined || level > last) {
      html += '\n<ul>\n';
      open.push(level);
    } else {
      html += '</li>\n';
      open[open.length - 1] = level;
    }
    html += `<li><a href="#${escapeHtml(anchor)}">${escapeHtml(text)}</a>`;
  }
  html += '</li>\n</ul>\n'.repeat(open.length);
  return `<nav class="toc" aria-label="${escapeHtml(words.contents)}">${html}</nav>\n`;
};
