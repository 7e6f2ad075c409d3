import type { MarkdownIt, Token } from 'markdown-it';

/**
 * Images, links and raw HTML remember where in their paragraph's text they start, which markdown-it does not tell.
 * `info` is unused in these tokens; an automatic link overwrites it.
 */
export const positions = (parser: MarkdownIt): void => {
  const State = parser.inline.State;
  const placed = new Set(['image', 'html_inline', 'link_open']);
  parser.inline.State = class extends State {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      if (placed.has(type)) token.info = String(this.pos);
      return token;
    }
  };
};

/** Where the token starts in the content of its inline token (a link: its text); undefined for an automatic link. */
export const positionOf = (token: Token): number | undefined =>
  /^\d+$/.test(token.info) ? Number(token.info) : undefined;
