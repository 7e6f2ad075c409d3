import type { MarkdownIt } from 'markdown-it';
import { articleEnv } from '../facts.ts';
import { maxShownLine } from '../limits.ts';
import type { ArticleWords } from '../options.ts';
import { beforeTurns } from '../turns-back.ts';

/** What stands in for a block that costs more than a block may: a note and its source. */
export const tooLarge = (parser: MarkdownIt): void => {
  parser.renderer.rules['too_large'] = (tokens, at, _options, env) =>
    tooLargeHtml(tokens[at]?.content ?? '', articleEnv(env).options.words, parser.utils.escapeHtml);
};

/** `source` is cut only where one line alone, or its turns of direction, would hang the layout of a page. */
export const tooLargeHtml = (
  source: string,
  words: ArticleWords,
  escape: (text: string) => string,
): string => {
  const shown = source
    .split('\n')
    .map((line) =>
      line.length > maxShownLine ? `${line.slice(0, maxShownLine).replace(/[\uD800-\uDBFF]$/, '')}…` : line,
    )
    .join('\n');
  return `<p class="too-large"><em>${escape(words.tooLarge)}</em></p>\n<pre tabindex="0"><code>${escape(beforeTurns(shown))}\n</code></pre>\n`;
};
