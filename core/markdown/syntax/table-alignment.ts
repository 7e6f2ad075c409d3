import type { MarkdownIt } from 'markdown-it';

/** Cells say their alignment by the `align` attribute: a style attribute is blocked in the preview and cannot be themed. */
export const tableAlignment = (parser: MarkdownIt): void => {
  parser.core.ruler.push('table_alignment', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'th_open' && token.type !== 'td_open') continue;
      const side = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1];
      if (side !== undefined) token.attrs = [['align', side]];
    }
  });
};
