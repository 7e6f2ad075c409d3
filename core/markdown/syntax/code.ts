import type { MarkdownIt } from 'markdown-it';
import { articleEnv } from '../facts.ts';
import { highlight } from '../highlight.ts';

/** Fenced code, coloured by the language that its first word names. */
export const code = (parser: MarkdownIt): void => {
  const { escapeHtml, unescapeAll } = parser.utils;
  parser.renderer.rules['fence'] = (tokens, at, _options, env) => {
    const token = tokens[at];
    const text = token?.content ?? '';
    const language = /^\S*/.exec(unescapeAll(token?.info ?? '').trim())?.[0] ?? '';
    if (language === '') return `<pre><code>${escapeHtml(text)}</code></pre>\n`;
    const coloured = highlight(text, language);
    if (coloured.kind === 'missing') articleEnv(env).facts.missingGrammars.add(coloured.grammar);
    const name = escapeHtml(`language-${language}`);
    return coloured.kind === 'done'
      ? `<pre><code class="hljs ${name}">${coloured.html}</code></pre>\n`
      : `<pre><code class="${name}">${escapeHtml(text)}</code></pre>\n`;
  };
};
