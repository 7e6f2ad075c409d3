import { commandRows, type CommandId } from '../../core/contract/commands.ts';
import { isComposing } from '../is-composing.ts';
import { dialog } from '../state/dialogs.ts';
import { runCommand } from './run.ts';

const mac = navigator.platform.startsWith('Mac');

/** What a key event is called in the command table. Shift counts only where the key has no other sign with it. */
function keyNames(event: KeyboardEvent): readonly string[] {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (other) return [];
  const prefix = `${mod ? 'Mod-' : ''}${event.altKey ? 'Alt-' : ''}${event.shiftKey ? 'Shift-' : ''}`;
  const names = [prefix + (event.key.length === 1 ? event.key.toLowerCase() : event.key)];
  // Shift-8 arrives as `*` or `(`, Shift-. as `>`: the key's own place on the board names it too.
  const digit = /^Digit(\d)$/u.exec(event.code)?.[1];
  if (digit !== undefined) names.push(prefix + digit);
  if (event.code === 'Period') names.push(`${prefix}.`);
  if (event.code === 'Backslash' || event.code === 'IntlYen' || event.code === 'IntlRo')
    names.push(`${prefix}\\`);
  return names;
}

const byKey = new Map<string, CommandId>(
  commandRows.flatMap((row) => row.keys.map((key: string) => [key, row.id] as const)),
);

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
export const handleKey = (event: KeyboardEvent): void => handle(event, (id) => id);

/** The same for a key forwarded from the preview's frame. */
export const handlePreviewKey = (event: KeyboardEvent): void =>
  handle(event, (id) => inPreview.get(id) ?? id);

function handle(event: KeyboardEvent, meaning: (id: CommandId) => CommandId): void {
  if (event.defaultPrevented || isComposing(event) || dialog.value !== 'none') return;
  for (const name of keyNames(event)) {
    const id = byKey.get(name);
    if (id === undefined || belongsToField(id, event.target)) continue;
    event.preventDefault();
    runCommand(meaning(id));
    return;
  }
}
