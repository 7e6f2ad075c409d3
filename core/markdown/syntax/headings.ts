import type { MarkdownIt, Token } from 'markdown-it';
import { articleEnv } from '../facts.ts';
import { hole } from '../holes.ts';
import type { Leaf } from '../leaf.ts';
import { slugOf } from '../slug.ts';

/** Every heading gets an anchor; its number, if another heading has the same, comes from the document. */
export const headings = (parser: MarkdownIt): void => {
  parser.renderer.rules['heading_open'] = (tokens, at, options, env, renderer) => {
    const token = tokens[at];
    const text = plainText(tokens[at + 1]?.children ?? []).trim();
    const { headings: found } = articleEnv(env).facts;
    const { leaf, below } = placeOfHeading(token);
    found.push({ level: Number(token?.tag.slice(1)), text, slug: slugOf(text), leaf, below });
    token?.attrSet('id', hole('h', found.length - 1));
    return renderer.renderToken(tokens, at, options);
  };
};

/** Notes in the headings of a block which lines they are on; see `HeadingFact`. */
export const placeHeadings = (leaves: readonly Leaf[]): void => {
  leaves.forEach(({ tokens, mapLine, line }, leaf) => {
    for (const token of tokens)
      if (token.type === 'heading_open') token.meta = { leaf, below: mapLine + (token.map?.[0] ?? 0) - line };
  });
};

const placeOfHeading = (token: Token | undefined): { readonly leaf: number; readonly below: number } => ({
  leaf: Number(token?.meta?.['leaf'] ?? 0),
  below: Number(token?.meta?.['below'] ?? 0),
});

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
