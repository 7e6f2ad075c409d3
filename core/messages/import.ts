import type { ImportRow } from '../contract/import.ts';
import type { Language } from '../contract/settings.ts';
import { importEn } from './import-en.ts';
import type { ImportMessages } from './import-en.ts';
import { importJa } from './import-ja.ts';

export const importMessages = (language: Language): ImportMessages =>
  language === 'ja' ? importJa : importEn;

/** Everything there is to say of one entry; nothing when it came along whole. */
export function importSentences({ outcome, notes }: ImportRow, words: ImportMessages): readonly string[] {
  const left = outcome.kind === 'left-out' ? [words.outcome[outcome.reason]] : [];
  return [...left, ...notes.map(({ kind, subject, count }) => words.note[kind](subject, count))];
}
