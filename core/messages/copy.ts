import type { Copied, PasteTarget } from '../contract/paste.ts';
import type { Language } from '../contract/settings.ts';
import { copyEn } from './copy-en.ts';
import type { CopyMessages } from './copy-en.ts';
import { copyJa } from './copy-ja.ts';

export const copyMessages = (language: Language): CopyMessages => (language === 'ja' ? copyJa : copyEn);

/** Names that a person reads; the rest is counted. */
const mostNames = 6;

/** What was copied, what is to be done by hand and what became something else, in sentences. */
export function copiedSentences(
  target: PasteTarget,
  { byHand, changed }: Copied,
  language: Language,
): string {
  const words = copyMessages(language);
  return [
    words.done(words.places[target]),
    ...(byHand.length === 0 ? [] : [words.byHand(byHand.slice(0, mostNames), byHand.length)]),
    ...changed.map((change) => words.changed[change]),
  ].join(language === 'ja' ? '' : ' ');
}
