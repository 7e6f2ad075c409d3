import type { CommandId } from '../../core/contract/commands.ts';
import { isComposing } from '../is-composing.ts';
import { dialog } from '../state/dialogs.ts';
import { previewFindAsked } from '../state/preview-find.ts';
import { commandOfKey } from '../key-names.ts';
import { runCommand } from './run.ts';
import { expectSigns } from './typed-in-preview.ts';

/** Keys that mean something of their own inside a text field, and are left to it there. */
const fieldKeys = new Set<CommandId>(['edit.undo', 'edit.redo', 'post.trash']);

function belongsToField(id: CommandId, target: EventTarget | null): boolean {
  if (!fieldKeys.has(id)) return false;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return true;
  // In the text, Mod-Backspace deletes to the start of the line or the word.
  return id === 'post.trash' && target instanceof HTMLElement && target.isContentEditable;
}

/** What keys of the text mean while the preview has the focus. */
const inPreview = new Map<CommandId, CommandId>([
  ['edit.find', 'preview.find'],
  ['edit.findNext', 'preview.findNext'],
  ['edit.findPrevious', 'preview.findPrevious'],
]);

/**
 * A dialog that is asked for takes the focus a moment later, when its code is there: what is typed until then is not
 * meant for the text.
 */
export function keepFromText(event: KeyboardEvent): void {
  if (dialog.value === 'none' || isComposing(event) || document.querySelector('dialog:modal') !== null)
    return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Runs the command bound to a key of the page. Nothing runs while an IME composes, and only dialogs hear keys while one is open.
 */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event) || dialog.value !== 'none') return;
  const id = commandOfKey(event);
  if (id === undefined || belongsToField(id, event.target)) return;
  event.preventDefault();
  runCommand(id);
}

/** The same for the key of a command that was pressed in the preview's frame. */
export function runFromPreview(id: CommandId): void {
  if (dialog.value !== 'none') return;
  const asked = previewFindAsked.peek();
  runCommand(inPreview.get(id) ?? id);
  if (dialog.peek() !== 'none' || previewFindAsked.peek() !== asked) expectSigns();
}
