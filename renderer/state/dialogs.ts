import { signal } from '@preact/signals';

/** The dialog that is open, at most one. */
export type Dialog =
  | 'none'
  | 'palette'
  | 'export'
  | 'copyFor'
  | 'import'
  | 'rename'
  | 'settings'
  | 'closeUnsaved'
  | 'compare'
  | 'conflictCopy'
  | 'whatChanged'
  | 'history'
  | 'graveyard'
  | 'trash';

export const dialog = signal<Dialog>('none');

/** Which part of the settings is shown. */
export type SettingsPage = 'general' | 'backups' | 'storage';

export const settingsPage = signal<SettingsPage>('general');

export function openSettings(page: SettingsPage): void {
  settingsPage.value = page;
  dialog.value = 'settings';
}

export const closeDialog = (): void => {
  dialog.value = 'none';
};
