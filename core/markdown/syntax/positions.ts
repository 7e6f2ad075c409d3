import type { MarkdownIt, Token } from 'markdown-it';

/**
 * Images, links, raw HTML, code, footnote marks and line ends remember where in their paragraph's text they start, which
 * markdown-it does not tell; marks of emphasis, where the run of them does. `info` is unused in these tokens; an
 * automatic link overwrites it.
 */
export const positions = (parser: MarkdownIt): void => {
  const State = parser.inline.State;
  const placed = new Set([
    'image',
    'html_inline',
    'link_open',
    'link_close',
    'code_inline',
    'footnote_ref',
    'softbreak',
    'ruby',
    // Emphasis begins as text, and becomes what it is when its end is found.
    'text',
  ]);
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
