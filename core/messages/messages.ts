import type { Language } from '../contract/settings.ts';
import { en, type Messages } from './en.ts';
import { ja } from './ja.ts';

const catalogues: Readonly<Record<Language, Messages>> = { en, ja };

export const messagesFor = (language: Language): Messages => catalogues[language];
