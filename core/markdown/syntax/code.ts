import type { MarkdownIt } from 'markdown-it';
import { codeLines } from '../code-lines.ts';
import { articleEnv } from '../facts.ts';
import { fenceInfo } from '../fence-info.ts';
import { highlight } from '../highlight.ts';

/**
 * Fenced code, coloured by its language, with a title and lines to point out when it asks for them (see `fence-info.ts`).
 * Code takes the focus, so that a reader without a mouse can scroll it.
 */
export const code = (parser: MarkdownIt): void => {
  const { escapeHtml, unescapeAll } = parser.utils;
  parser.renderer.rules['code_block'] = (tokens, at) =>
    `<pre tabindex="0"><code>${escapeHtml(tokens[at]?.content ?? '')}</code></pre>\n`;
  parser.renderer.rules['fence'] = (tokens, at, _options, env) => {
    const token = tokens[at];
    const info = fenceInfo(unescapeAll(token?.info ?? ''));
    const text = token?.content ?? '';
    const { code: shown, lines } = codeLines(text, info);
    const coloured = highlight(shown, info.language);
    if (coloured.kind === 'missing') articleEnv(env).facts.missing.add(`grammar:${coloured.grammar}`);
    const html = coloured.kind === 'done' ? coloured.html : escapeHtml(shown);
    const language = info.language === '' ? '' : `language-${info.language}`;
    const names = `${coloured.kind === 'done' ? 'hljs ' : ''}${language}`;
    const attributes = names === '' ? '' : ` class="${escapeHtml(names)}"`;
    const pre = `<pre tabindex="0"><code${attributes}>${lines(html)}</code></pre>\n`;
    if (info.title === undefined) return pre;
    return `<figure class="code">\n<figcaption>${escapeHtml(info.title)}</figcaption>\n${pre}</figure>\n`;
  };
};
