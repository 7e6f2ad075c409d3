import { dialog } from '../state/dialogs.ts';
import { editor } from './surfaces.ts';

/** Parts of the window that a command can move the focus to; the views put these marks on their elements. */
export type FocusPlace = 'list' | 'outline' | 'title' | 'date' | 'tags';

/** Moves the focus to a marked element. */
export function focusField(place: FocusPlace): void {
  document.querySelector<HTMLElement>(`[data-focus="${place}"]`)?.focus();
}

/**
 * The same for an element that is shown by what changed right before: it is drawn in a microtask. The next key is the
 * element's, which a frame would be too late for.
 */
export function focusShown(place: FocusPlace): void {
  queueMicrotask(() => focusField(place));
}

/** Moves the focus to the text, once a dialog that was just closed is gone. */
export const focusText = (): void => afterDialog(() => editor()?.focus());

/**
 * Does what moves the focus once a dialog that was just closed is gone: until then nothing outside of it takes any, and
 * it gives the focus back as it goes. Not done when another dialog is open by then. The dialog goes in a microtask, and a
 * key that comes right behind it is meant for where the focus is led, not for where it was before.
 */
export function afterDialog(act: () => void): void {
  const isDone = (): boolean => {
    if (dialog.value !== 'none') return true;
    if (document.querySelector('dialog[open]') !== null) return false;
    act();
    return true;
  };
  const wait = (): void => {
    if (!isDone()) requestAnimationFrame(wait);
  };
  if (!isDone()) queueMicrotask(wait);
}
