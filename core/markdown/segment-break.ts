/** Han, kana, bopomofo, Yi and what is as wide as they are; Hangul puts spaces between its words and is not among them. */
const wide =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Yi}\u3000-\u303F\u30FB\u30FC\u31C0-\u31E3\u3200-\u33FF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF9F\uFFE0-\uFFE6\p{Emoji_Presentation}]/u;
const hangul = /[\p{sc=Hangul}\u3200-\u321E\u3260-\u327E\uFFA0-\uFFDC]/u;

/** Punctuation and symbols that are as wide as a kanji in Japanese text only. */
const ambiguous =
  /[\u00A7\u00B1\u00B6\u00D7\u00F7\u2010-\u2016\u2018\u2019\u201C\u201D\u2020-\u2022\u2024-\u2027\u2030\u2032\u2033\u203B\u2190-\u21FF\u2200-\u22FF\u2460-\u24FF\u2500-\u25FF\u2605\u2606\u260E\u260F\u2640\u2642\u2660-\u266F]/u;

const zeroWidthSpace = '\u200B';

/**
 * Whether a line end between two characters is dropped and not turned into a space; after the segment break rules of
 * CSS Text 4. An empty string stands for no character (the edge of a block, an image).
 */
export const joinsWithoutSpace = (before: string, after: string): boolean => {
  if (before === zeroWidthSpace || after === zeroWidthSpace) return true;
  if (before === '' || after === '' || hangul.test(before) || hangul.test(after)) return false;
  const [wideBefore, wideAfter] = [wide.test(before), wide.test(after)];
  if (wideBefore && wideAfter) return true;
  return (wideBefore && ambiguous.test(after)) || (wideAfter && ambiguous.test(before));
};
