import { editor } from './surfaces.ts';

/** Parts of the window that a command can move the focus to; the views put these marks on their elements. */
export type FocusPlace = 'list' | 'title';

/** Moves the focus to a marked element, on the next frame when it is only just being shown. */
export function focusField(place: FocusPlace): void {
  document.querySelector<HTMLElement>(`[data-focus="${place}"]`)?.focus();
}

/** Moves the focus to the text once a dialog that was just closed has let go of it. */
export function focusText(): void {
  requestAnimationFrame(() => editor()?.focus());
}
