import type { TextEdit } from '../../contract/text.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';
import type { DialectRule } from './rule.ts';

/** In the order in which they are looked for. */
const printed: readonly (readonly [RegExp, string])[] = [
  [/\\(?=["'])/g, ''],
  [/(?<![\p{L}\p{N}])"(?=\S)/gu, '“'],
  [/"/g, '”'],
  [/(?<![\p{L}\p{N}])'(?=\S)/gu, '‘'],
  [/'/g, '’'],
  [/---/g, '—'],
  [/--/g, '–'],
  [/\.\.\./g, '…'],
];

/**
 * The words of an image as a printer sets them. Engines that set quotes so write them into the image's words as HTML
 * twice, and readers would hear `&rsquo;`: what is set already stays.
 */
export const imageWords: DialectRule = ({ tokens }) =>
  tokens.flatMap(({ token, content, offsetOf }): readonly TextEdit[] => {
    const at = token.type === 'image' ? positionOf(token) : undefined;
    const words = printed.reduce((text, [mark, set]) => text.replace(mark, set), token.content);
    if (at === undefined || words === token.content) return [];
    const start = at + '!['.length;
    if (content.slice(start, start + token.content.length) !== token.content) return [];
    const [from, to] = [offsetOf(start), offsetOf(start + token.content.length)];
    return from === undefined || to === undefined ? [] : [{ from, to, insert: words }];
  });
