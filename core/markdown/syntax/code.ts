import type { MarkdownIt } from 'markdown-it';
import { codeLines } from '../code-lines.ts';
import { articleEnv } from '../facts.ts';
import { fenceInfo } from '../fence-info.ts';
import { highlight } from '../highlight.ts';
import { diagramHtml, waitingClass } from './diagrams.ts';

/**
 * Fenced code, coloured by its language, with a title and lines to point out when it asks for them (see `fence-info.ts`), or
 * drawn when it is a diagram. Code takes the focus, so that a reader without a mouse can scroll it.
 */
export const code = (parser: MarkdownIt): void => {
  const { escapeHtml, unescapeAll } = parser.utils;
  parser.renderer.rules['code_block'] = (tokens, at) =>
    `<pre tabindex="0"><code>${escapeHtml(tokens[at]?.content ?? '')}</code></pre>\n`;
  parser.renderer.rules['fence'] = (tokens, at, _options, env) => {
    const token = tokens[at];
    const info = fenceInfo(unescapeAll(token?.info ?? ''));
    const text = token?.content ?? '';
    // A part of a fence that was cut for its length stands nowhere in the parser's own lines.
    const whole = token?.map ? text : undefined;
    const diagram = diagramHtml(whole, info, articleEnv(env), escapeHtml);
    if (diagram.kind === 'figure') return diagram.html;
    const { code: shown, lines } = codeLines(text, info);
    const coloured = highlight(shown, info.language);
    if (coloured.kind === 'missing') articleEnv(env).facts.missing.add(`grammar:${coloured.grammar}`);
    const html = coloured.kind === 'done' ? coloured.html : escapeHtml(shown);
    const names = [
      ...(coloured.kind === 'done' ? ['hljs'] : []),
      ...(diagram.waiting ? [waitingClass] : []),
      ...(info.language === '' ? [] : [`language-${info.language}`]),
    ];
    const attributes = names.length === 0 ? '' : ` class="${escapeHtml(names.join(' '))}"`;
    const pre = `<pre tabindex="0"><code${attributes}>${lines(html)}</code></pre>\n`;
    const error = diagram.error === undefined ? '' : `<p class="error">${escapeHtml(diagram.error)}</p>\n`;
    if (info.title === undefined) return pre + error;
    return `<figure class="code">\n<figcaption>${escapeHtml(info.title)}</figcaption>\n${pre}</figure>\n${error}`;
  };
};
