import { editor } from './surfaces.ts';

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

const inText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.isContentEditable;

/** Keys that will be the text's: those pressed in it, or anywhere but in a field when it is about to get the focus. */
const targets = {
  text: inText,
  anywhere: (target: EventTarget | null) => !inField(target),
} as const;

/**
 * Keeps what is typed while no post is there to take it: before the first one is shown, and while one is left for
 * another. The answered function ends that and types it into the text that is there then.
 */
export function holdKeys(from: keyof typeof targets): () => void {
  let held = '';
  const hold = (event: KeyboardEvent): void => {
    if (event.isComposing || !targets[from](event.target)) return;
    const after = withKey(held, event);
    if (after === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = after;
  };
  document.addEventListener('keydown', hold, { capture: true });
  return () => {
    document.removeEventListener('keydown', hold, { capture: true });
    if (held !== '') editor()?.insertAtCaret(held);
  };
}

/** A text with one more key; undefined when the key writes nothing, as a shortcut does. */
function withKey(held: string, event: KeyboardEvent): string | undefined {
  const { key } = event;
  const isShortcut =
    event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'));
  if (isShortcut) return undefined;
  if (key === 'Enter') return `${held}\n`;
  if (key === 'Backspace') return held.replace(/.$/su, '');
  return [...key].length === 1 ? held + key : undefined;
}
