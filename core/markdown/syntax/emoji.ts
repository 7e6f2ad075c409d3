import type { MarkdownIt, Token } from 'markdown-it';
import { emojiOf } from '../emoji-data.ts';
import { articleEnv } from '../facts.ts';

const shortcode = /(?<![A-Za-z0-9]):([a-z][a-z0-9_+-]*|[+-]1|100|1234|8ball):(?![A-Za-z0-9])/gi;

/** `:smile:` as GitHub names it. Names that nobody knows stay text, as do those within a word or a time. */
export const emoji = (parser: MarkdownIt): void => {
  parser.core.ruler.push('emoji', (state) => {
    const { facts } = articleEnv(state.env);
    const replace = (token: Token): void => {
      if (token.type !== 'text' || !token.content.includes(':')) return;
      token.content = token.content.replace(shortcode, (written, name: string) => {
        const found = emojiOf(name.toLowerCase());
        if (found.kind === 'missing') facts.missing.add('emoji');
        return found.kind === 'done' ? found.character : written;
      });
    };
    for (const block of state.tokens) {
      let links = 0;
      for (const token of block.children ?? []) {
        // An address that links itself is shown as it is.
        if (token.info === 'auto') links += token.nesting;
        if (links === 0) replace(token);
      }
    }
  });
};
