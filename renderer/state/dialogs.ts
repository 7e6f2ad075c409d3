import { signal } from '@preact/signals';

/** The dialog that is open, at most one. */
export type Dialog = 'none' | 'palette' | 'export' | 'rename' | 'settings' | 'closeUnsaved' | 'compare';

export const dialog = signal<Dialog>('none');

export const closeDialog = (): void => {
  dialog.value = 'none';
};
