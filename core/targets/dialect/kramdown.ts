import { passagesOf, plainText } from './plain-text.ts';
import { ascending } from './rule.ts';
import type { DialectRule } from './rule.ts';

/** `a | b` (a table), `{: .x}` (attributes), `$$` (a formula). */
const special = /(?<!\\)(?:\||\{(?=:)|\$(?=\$))/g;

/** Text that Jekyll's parser takes for its own gets a backslash, which every parser drops. */
export const kramdownText: DialectRule = ({ tokens }) =>
  ascending(
    passagesOf(tokens).flatMap((passage) =>
      [...plainText(passage).matchAll(special)].flatMap(({ index }) => {
        const from = passage.offsetOf(index);
        return from === undefined ? [] : [{ from, to: from, insert: '\\' }];
      }),
    ),
  );

/** `1)` is no list to it. */
export const listNumbers: DialectRule = ({ source, leaves }) =>
  leaves.flatMap(({ tokens, mapLine }) =>
    tokens.flatMap((token) => {
      if (token.type !== 'list_item_open' || token.markup !== ')' || token.map === null) return [];
      const line = source.line(mapLine + token.map[0]);
      const found = /\d+(?=\)(?:\s|$))/.exec(line.text);
      if (found === null) return [];
      const from = line.from + found.index + found[0].length;
      return [{ from, to: from + 1, insert: '.' }];
    }),
  );
