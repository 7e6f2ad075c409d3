import type { MarkdownIt, Token } from 'markdown-it';

/** An image alone in its paragraph, with a title, is a figure, and the title its caption. */
export const figures = (parser: MarkdownIt): void => {
  parser.core.ruler.push('figures', (state) => {
    state.tokens.forEach((token, at) => {
      const [open, close] = [state.tokens[at - 1], state.tokens[at + 1]];
      const image = token.type === 'inline' ? onlyImage(token.children ?? []) : undefined;
      const title = image?.attrGet('title');
      if (
        !image ||
        typeof title !== 'string' ||
        open?.type !== 'paragraph_open' ||
        close === undefined ||
        open.hidden
      )
        return;
      image.attrs = image.attrs?.filter(([name]) => name !== 'title') ?? null;
      open.tag = 'figure';
      close.tag = 'figure';
      const caption = new state.Token('figure_caption', '', 0);
      caption.content = title;
      token.children?.push(caption);
    });
  });
  parser.renderer.rules['figure_caption'] = (tokens, at) =>
    `<figcaption>${parser.utils.escapeHtml(tokens[at]?.content ?? '')}</figcaption>`;
};

/** The image of a paragraph that holds nothing else, or a link with nothing else in it. */
const onlyImage = (tokens: readonly Token[]): Token | undefined => {
  const inside =
    tokens[0]?.type === 'link_open' && tokens.at(-1)?.type === 'link_close' ? tokens.slice(1, -1) : tokens;
  return inside.length === 1 && inside[0]?.type === 'image' ? inside[0] : undefined;
};
