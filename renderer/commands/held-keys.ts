import { isComposing } from '../is-composing.ts';
import { dialog } from '../state/dialogs.ts';
import { commandOfKey, writes } from '../key-names.ts';
import { putInField } from './field.ts';
import { editor } from './surfaces.ts';
import { commandWaits, heldEverywhere, inTurn, longWait, mustWait, type TurnKind } from './turns.ts';

/**
 * Keeps what is typed and pasted while no post is there to take it, before the first one is shown and while one is left
 * for another, and does it in its order once that post is there. Called once, before anything else hears keys.
 */
export function holdKeys(): void {
  document.addEventListener('keydown', holdKey, { capture: true });
  document.addEventListener('paste', holdPaste, { capture: true });
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

const inText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.isContentEditable;

/** Whether what happens here is meant for the post that is on its way. */
function isHeld(target: EventTarget | null): boolean {
  if (!mustWait() || dialog.value !== 'none' || offersToStop(target)) return false;
  return heldEverywhere() ? !inField(target) : inText(target);
}

/** The word of a long wait has the button that ends it. */
const offersToStop = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[data-long-wait]') !== null;

function hold(event: Event, kind: TurnKind, act: (target: Element) => void): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  // Where the author has gone to since is no matter, but where a command before it has led.
  const follows = commandWaits();
  void inTurn(kind, () => act(follows ? (document.activeElement ?? document.body) : textOfPost()));
}

const textOfPost = (): Element => document.querySelector('.cm-content') ?? document.body;

function holdKey(event: KeyboardEvent): void {
  if (isComposing(event) || !isHeld(event.target) || !isOurs(event)) return;
  if (event.key === 'Escape' && longWait.value !== undefined) {
    event.preventDefault();
    stopWaiting();
    return;
  }
  const kind = commandOfKey(event) === undefined ? 'key' : 'command';
  hold(event, kind, (target) => pressAgain(target, event));
}

/** Goes on in the post that is shown, with what was typed meanwhile. */
export function stopWaiting(): void {
  longWait.value?.stop();
  editor()?.focus();
}

function holdPaste(event: ClipboardEvent): void {
  const { clipboardData: data } = event;
  if (data === null || !isHeld(event.target)) return;
  // What a paste brings can be read in its own task only.
  const kept = new DataTransfer();
  for (const type of data.types) if (type !== 'Files') kept.setData(type, data.getData(type));
  for (const file of data.files) kept.items.add(file);
  const again = { clipboardData: kept, bubbles: true, cancelable: true };
  hold(event, 'key', (target) => target.dispatchEvent(new ClipboardEvent('paste', again)));
}

const editing =
  /^(?:Enter|Backspace|Delete|Tab|Escape|Home|End|Page(?:Up|Down)|Arrow(?:Up|Down|Left|Right))$/u;

/** A shortcut that the page does not know is the system's, and is left to it at once. */
const isOurs = (event: KeyboardEvent): boolean =>
  writes(event) || editing.test(event.key) || commandOfKey(event) !== undefined;

/** Does what the key would have done now: an event that is made does all but write. */
function pressAgain(target: Element, event: KeyboardEvent): void {
  if (!target.dispatchEvent(new KeyboardEvent('keydown', event))) return;
  if (target instanceof HTMLInputElement) writeInField(target, event);
  else if (writes(event) && inText(target)) editor()?.insertAtCaret(event.key);
}

function writeInField(field: HTMLInputElement, event: KeyboardEvent): void {
  const start = field.selectionStart ?? field.value.length;
  if (writes(event)) putInField(field, event.key);
  else if (event.key === 'Backspace')
    putInField(field, '', start === field.selectionEnd ? Math.max(0, start - 1) : start);
}
