import { maxShownTurns, maxTurnsBack } from './limits.ts';

const right = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
const rightToLeft = new RegExp(`[${right}]`, 'u');
const words = `[${right}]+|(?:(?![${right}])[\\p{L}\\p{N}])+`;
const inText = new RegExp(words, 'gu');
const inHtml = new RegExp(`<[^>]*>|${words}`, 'gu');
/** Tags that part paragraphs. */
const parting =
  /^<\/?(?:p|li|[ou]l|d[dlt]|t[dhr]|div|h[1-6]|blockquote|pre|section|summary|figcaption)[\s/>]/;

/**
 * Where a text in letters of both directions turns back once too often; undefined when it does not. In HTML each paragraph
 * counts for itself.
 */
const placeOfTurn = (text: string, parts: RegExp, most: number): number | undefined => {
  if (text.length <= 2 * most || !rightToLeft.test(text)) return undefined;
  let count = 0;
  let turned = false;
  for (const { 0: part, index } of text.matchAll(parts)) {
    if (part.startsWith('<')) {
      if (parting.test(part)) [count, turned] = [0, false];
    } else if (rightToLeft.test(part)) turned = true;
    else if (turned) {
      if (++count > most) return index;
      turned = false;
    }
  }
  return undefined;
};

/** A paragraph of this HTML changes the direction of writing more often than a page can lay out in time. */
export const turnsTooOften = (html: string): boolean => placeOfTurn(html, inHtml, maxTurnsBack) !== undefined;

/** A text that is shown as one paragraph, up to where it would turn too often. */
export const beforeTurns = (text: string): string => {
  const place = placeOfTurn(text, inText, maxShownTurns);
  return place === undefined ? text : `${text.slice(0, place)}…`;
};
