import { emojiOf } from '../../markdown/emoji-data.ts';
import { passagesOf, plainText } from './plain-text.ts';
import { ascending } from './rule.ts';
import type { DialectRule } from './rule.ts';

const shortcode = /(?<![A-Za-z0-9]):([a-z][a-z0-9_+-]*|[+-]1|100|1234|8ball):(?![A-Za-z0-9])/gi;

/** Whether a text may name emoji, so that their names have to be loaded. */
export const mayNameEmoji = (text: string): boolean => text.search(shortcode) >= 0;

/** `:smile:` as the character, which every engine shows. The names have to be loaded (`loadEmoji`). */
export const emojiCharacters: DialectRule = ({ tokens }) =>
  ascending(
    passagesOf(tokens).flatMap((passage) =>
      [...plainText(passage).matchAll(shortcode)].flatMap(({ index, 0: written, 1: name = '' }) => {
        const found = emojiOf(name.toLowerCase());
        const [from, to] = [passage.offsetOf(index), passage.offsetOf(index + written.length)];
        if (found.kind !== 'done' || from === undefined || to === undefined) return [];
        return [{ from, to, insert: found.character }];
      }),
    ),
  );
