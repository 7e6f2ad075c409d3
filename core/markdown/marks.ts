import { maxMarks } from './limits.ts';

/** More marks than a character may have, tags between them or not: they pile up across elements as well. */
const suspicious = /\p{M}(?:<[^>]*>)*\p{M}(?:<[^>]*>)*\p{M}/u;
const characters = /<[^>]*>|\p{M}|[^<]/gsu;

/** Drops the marks after the first few on one character, in HTML; 50,000 of them hang text layout for good. */
export const capMarks = (html: string): string => {
  if (!suspicious.test(html)) return html;
  let marks = 0;
  return html.replace(characters, (part) => {
    if (part.startsWith('<') && part.length > 1) return part;
    marks = /^\p{M}$/u.test(part) ? marks + 1 : 0;
    return marks > maxMarks ? '' : part;
  });
};
