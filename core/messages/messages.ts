import type { Language } from '../contract/settings.ts';
import { editorEn } from './editor-en.ts';
import { editorJa } from './editor-ja.ts';
import { en, type Messages } from './en.ts';
import { ja } from './ja.ts';

const catalogues: Readonly<Record<Language, Messages>> = { en, ja };

export const messagesFor = (language: Language): Messages => catalogues[language];

const editorCatalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: editorEn,
  ja: editorJa,
};

/** What the editor says by CodeMirror's names of it. */
export const editorPhrases = (language: Language): Readonly<Record<string, string>> =>
  editorCatalogues[language];
