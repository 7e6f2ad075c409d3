import type { TextEdit } from '../../contract/text.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';
import { passagesOf, plainText } from './plain-text.ts';
import { ascending } from './rule.ts';
import type { DialectRule } from './rule.ts';

/** `a | b` (a table) and `{: .x}` (attributes). */
const special = /(?<!\\)(?:\||\{(?=:))/g;

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

/** Labels of footnotes are Latin letters, digits and signs to it. */
export const noteLabels: DialectRule = ({ source, leaves, tokens }) => {
  const odd = [...new Set(leaves.flatMap(({ notes }) => notes))].filter((label) => !/^\w[\w-]*$/.test(label));
  if (odd.length === 0) return [];
  const renamed = (label: unknown): string | undefined =>
    typeof label === 'string' && odd.includes(label) ? `note-${String(odd.indexOf(label) + 1)}` : undefined;
  const rename = (from: number | undefined, label: unknown): readonly TextEdit[] => {
    const insert = renamed(label);
    if (from === undefined || insert === undefined) return [];
    const end = source.lineAt(from).text.indexOf(']', from - source.lineAt(from).from);
    return [{ from: from + '[^'.length, to: source.lineAt(from).from + end, insert }];
  };
  const marks = tokens.flatMap(({ token, offsetOf }) => {
    const at = token.type === 'footnote_ref' ? positionOf(token) : undefined;
    return at === undefined ? [] : rename(offsetOf(at), token.meta?.['label']);
  });
  const definitions = leaves.flatMap(({ line, notes }) => {
    const { text, from } = source.line(line);
    return notes.length === 1 && /^ {0,3}\[\^/.test(text) ? rename(from + text.indexOf('['), notes[0]) : [];
  });
  return ascending([...marks, ...definitions]);
};

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
