import { maxMarks, maxTurns } from './limits.ts';

/** More marks than a character may have, tags between them or not: they pile up across elements as well. */
const suspicious = /\p{M}(?:<[^>]*>)*\p{M}(?:<[^>]*>)*\p{M}/u;
const characters = /<[^>]*>|\p{M}|[^<]/gsu;

const capRuns = (html: string): string => {
  if (!suspicious.test(html)) return html;
  let marks = 0;
  return html.replace(characters, (part) => {
    if (part.startsWith('<') && part.length > 1) return part;
    marks = /^\p{M}$/u.test(part) ? marks + 1 : 0;
    return marks > maxMarks ? '' : part;
  });
};

/** What turns the direction of writing. */
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const capTurns = (html: string): string => {
  if (html.length <= maxTurns) return html;
  let count = 0;
  return html.replace(turns, (sign) => (++count > maxTurns ? '' : sign));
};

/**
 * Drops, in the HTML of a block, the marks after the first few on one character, of which 50,000 hang text layout for good, and
 * the controls of the direction of writing after the first thousand.
 */
export const capMarks = (html: string): string => capTurns(capRuns(html));
