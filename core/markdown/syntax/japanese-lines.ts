import type { MarkdownIt, Token } from 'markdown-it';
import { joinsWithoutSpace } from '../segment-break.ts';

/** A line end in the middle of Japanese or Chinese text is no space: 「改行した\n文」 reads 「改行した文」. */
export const japaneseLines = (parser: MarkdownIt): void => {
  parser.core.ruler.push('japanese_lines', (state) => {
    for (const token of state.tokens) if (token.children !== null) joinLines(token.children);
  });
};

const joinLines = (tokens: Token[]): void => {
  tokens.forEach((token, at) => {
    if (token.type === 'image' && token.children !== null) joinLines(token.children);
    if (token.type !== 'softbreak') return;
    if (!joinsWithoutSpace(nearest(tokens, at, -1), nearest(tokens, at, 1))) return;
    token.type = 'text';
    token.content = '';
  });
};

/** The character next to a line end, looking through emphasis, links and the like; empty at an image or another break. */
const nearest = (tokens: readonly Token[], from: number, step: 1 | -1): string => {
  for (let at = from + step; ; at += step) {
    const token = tokens[at];
    if (token === undefined) return '';
    if (token.type === 'text' || token.type === 'code_inline' || token.type === 'ruby') {
      const characters = token.content;
      if (characters === '') continue;
      return step > 0 ? String.fromCodePoint(characters.codePointAt(0) ?? 0) : lastCharacter(characters);
    }
    const seeThrough = token.nesting !== 0 || token.type === 'html_inline' || token.type === 'footnote_ref';
    if (!seeThrough) return '';
  }
};

const lastCharacter = (text: string): string =>
  /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.exec(text)?.[0] ?? text.slice(-1);
