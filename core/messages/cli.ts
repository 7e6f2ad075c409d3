import type { Language } from '../contract/settings.ts';
import { cliEn } from './cli-en.ts';
import type { CliMessages } from './cli-en.ts';
import { cliJa } from './cli-ja.ts';

export const cliMessages = (language: Language): CliMessages => (language === 'ja' ? cliJa : cliEn);
