import { app } from 'electron';
import type { Language } from '../core/contract/settings.ts';
import type { SettingsKeeper } from './settings/settings.ts';

/** The language to speak now: the author's choice, else the one of the start (`--lang`), else the system's. */
export function windowLanguage(settings: SettingsKeeper, forced: Language | undefined): Language {
  const chosen = settings.settings.language;
  return chosen === 'system' ? (forced ?? systemLanguage()) : chosen;
}

function systemLanguage(): Language {
  const [first = 'en'] = app.getPreferredSystemLanguages();
  return first.startsWith('ja') ? 'ja' : 'en';
}
