import { outlineShown, showOutline } from '../state/view.ts';
import { focusShown } from './focus.ts';
import { editor } from './surfaces.ts';

/** Shows the outline, for the arrow keys at once; or hides it and goes on in the text, if its keys were the outline's. */
export function toggleOutline(): void {
  const within = document.activeElement?.closest('.outline') !== null;
  showOutline(!outlineShown.value);
  if (outlineShown.value) focusShown('outline');
  else if (within) editor()?.focus();
}
