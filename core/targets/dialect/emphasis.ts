import type { TextEdit } from '../../contract/text.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';
import { ascending } from './rule.ts';
import type { DialectRule } from './rule.ts';

/** A comment is punctuation to every parser, and nothing to every reader. */
const nothing = '<!-- -->';
const roles = /^(?:strong|em|s)_(open|close)$/;

/**
 * `**「括弧」**は`: CommonMark takes marks between a bracket and a letter for plain stars. A comment between the mark and
 * its neighbour makes them what Fude shows.
 */
export const emphasis: DialectRule = ({ tokens }) => {
  const edits = new Map<number, TextEdit>();
  for (const { token, content, offsetOf } of tokens) {
    const role = roles.exec(token.type)?.[1];
    const from = positionOf(token);
    const mark = from === undefined ? undefined : content[from];
    if (role === undefined || from === undefined || mark === undefined || !'*_~'.includes(mark)) continue;
    let to = from;
    while (content[to] === mark) to += 1;
    if (isMark(content, from, to, mark, role === 'open')) continue;
    const place = offsetOf(role === 'open' ? from : to);
    if (place !== undefined) edits.set(place, { from: place, to: place, insert: nothing });
  }
  return ascending([...edits.values()]);
};

/** Whether every reading of CommonMark takes the run as the opening, or as the closing, that it is to Fude. */
function isMark(content: string, from: number, to: number, mark: string, opening: boolean): boolean {
  const before = from === 0 ? ' ' : lastCharacter(content.slice(Math.max(0, from - 2), from));
  const after = to === content.length ? ' ' : String.fromCodePoint(content.codePointAt(to) ?? 32);
  const [outside, inside] = opening ? [before, after] : [after, before];
  // Newer parsers count symbols as punctuation, older ones do not.
  return [/[\p{P}\p{S}]/u, /[\p{P}$+<=>^`|~]/u].every((punctuation) => {
    const free = space.test(outside) || punctuation.test(outside);
    if (space.test(inside)) return false;
    // A word's inner underscores are no marks.
    return mark === '_' ? free : free || !punctuation.test(inside);
  });
}

const space = /\s/;
const lastCharacter = (text: string): string =>
  /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.exec(text)?.[0] ?? text.slice(-1);
