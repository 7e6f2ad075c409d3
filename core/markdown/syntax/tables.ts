import type { MarkdownIt } from 'markdown-it';

/**
 * Cells say their alignment by a class: a style is blocked in the preview, and the `align` attribute is no longer HTML.
 * The table itself takes the focus, since it scrolls where it is too wide.
 */
export const tables = (parser: MarkdownIt): void => {
  parser.core.ruler.push('tables', (state) => {
    for (const token of state.tokens) {
      if (token.type === 'table_open') token.attrSet('tabindex', '0');
      if (token.type !== 'th_open' && token.type !== 'td_open') continue;
      const side = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1];
      if (side !== undefined) token.attrs = [['class', `align-${side}`]];
    }
  });
};
