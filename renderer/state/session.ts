import { batch, computed, signal } from '@preact/signals';
import { defaultSettings, type Language, type Settings } from '../../core/contract/settings.ts';
import type { Library } from '../../core/contract/library.ts';
import type { StartState } from '../../core/contract/start-state.ts';
import { messagesFor } from '../../core/messages/messages.ts';
import { listen, request } from '../api.ts';

/** What holds for the whole window: language, settings, the library. */
export const language = signal<Language>('en');
export const messages = computed(() => messagesFor(language.value));
/** The settings as main has them, and the changes that it has not answered yet. */
const written = signal<Settings>(defaultSettings);
const asked = signal<readonly Partial<Settings>[]>([]);
/** The settings as the author has chosen them: at once, and for good when main has written them down. */
export const settings = computed(() =>
  asked.value.reduce<Settings>((all, change) => ({ ...all, ...change }), written.value),
);
export const platform = signal<StartState['platform']>('linux');
/** The author's own folder, which a path may call `~`. */
export const home = signal('');
export const library = signal<Library | undefined>(undefined);
/** Names this window's library in the addresses of its images. */
export const windowNumber = signal(0);
/** False while the library's folder cannot be reached. */
export const libraryReachable = signal(true);

/** Dark or light as it is in force now, the system's choice resolved. */
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(systemDark.matches);
export const theme = computed<'light' | 'dark'>(() => {
  const choice = settings.value.theme;
  return choice === 'system' ? (systemIsDark.value ? 'dark' : 'light') : choice;
});

export function startSession(start: StartState): void {
  language.value = start.language;
  written.value = start.settings;
  platform.value = start.platform;
  home.value = start.home;
  library.value = start.library;
  windowNumber.value = start.window;
  systemDark.addEventListener('change', () => {
    systemIsDark.value = systemDark.matches;
  });
  listen('settings.changed', (change) => {
    written.value = change.settings;
    language.value = change.language;
  });
  listen('library.reachable', (reachable) => {
    libraryReachable.value = reachable;
  });
}

/** Main keeps the change and answers with `settings.changed`; one that it cannot keep is taken back. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  asked.value = [...asked.value, change];
  const answer = await request('settings.change', change);
  batch(() => {
    if (answer.ok) written.value = answer.value;
    asked.value = asked.value.filter((one) => one !== change);
  });
}
