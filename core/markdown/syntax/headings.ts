import type { MarkdownIt, Token } from 'markdown-it';
import { articleEnv } from '../facts.ts';
import { hole } from '../holes.ts';
import { slugOf } from '../slug.ts';

/** Every heading gets an anchor; its number, if another heading has the same, comes from the document. */
export const headings = (parser: MarkdownIt): void => {
  parser.renderer.rules['heading_open'] = (tokens, at, options, env, renderer) => {
    const token = tokens[at];
    const text = plainText(tokens[at + 1]?.children ?? []).trim();
    const { headings: found } = articleEnv(env).facts;
    found.push({ level: Number(token?.tag.slice(1)), text, slug: slugOf(text) });
    token?.attrSet('id', hole('h', found.length - 1));
    return renderer.renderToken(tokens, at, options);
  };
};

const textual = new Set(['text', 'code_inline', 'ruby', 'math_inline', 'math_display']);

/** The text of inline tokens without their markup; an image counts by its alternative text. */
export const plainText = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (textual.has(token.type)) return token.content;
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      return token.type === 'image' ? plainText(token.children ?? []) : '';
    })
    .join('');
