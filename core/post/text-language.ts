import type { Language } from '../contract/settings.ts';

/** Characters that are looked at. */
const sample = 20_000;

/**
 * The language a text is written in, when it gives itself away: Japanese by its kana, which no other language has.
 * Undefined for everything else. For a blog that does not say its language, where no window's is known.
 */
export function languageOfText(text: string): Language | undefined {
  const part = text.slice(0, sample);
  const kana = part.match(/[\u3041-\u3096\u30A1-\u30FA]/g)?.length ?? 0;
  const letters = part.match(/\p{L}/gu)?.length ?? 0;
  // A Japanese post has a kana in every few letters; an English one about Japanese has a word here and there.
  return kana > letters / 20 ? 'ja' : undefined;
}
