import type { Language } from '../contract/settings.ts';

/** Characters at the beginning of a text that are looked at. */
export const languageSample = 20_000;

/**
 * Which of the interface's languages a text is written in, when it gives itself away: Japanese by its kana, which no
 * other language has; English stands for all that is written without kana and Chinese characters. Undefined for what
 * may be either, and for a text without letters.
 */
export function languageOfText(text: string): Language | undefined {
  const part = text.slice(0, languageSample);
  // By runs: a text for each letter would cost more than all the rest.
  const count = (runs: RegExp): number =>
    part.match(runs)?.reduce((length, run) => length + run.length, 0) ?? 0;
  const kana = count(/[\u3041-\u3096\u30A1-\u30FA]+/g);
  const letters = count(/\p{L}+/gu);
  // A Japanese post has a kana in every few letters; an English one about Japanese has a word here and there.
  if (kana > letters / 20) return 'ja';
  return letters > 0 && kana + count(/\p{Script=Han}+/gu) < letters / 50 ? 'en' : undefined;
}
