import { commandRows, type CommandId } from '../../core/contract/commands.ts';
import { platform } from '../state/session.ts';

const macSigns: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Backspace: '⌫',
  Delete: '⌦',
};

/** A command's first shortcut as this system writes it; the empty string when it has none. */
export function keyLabel(id: CommandId): string {
  const key: string | undefined = commandRows.find((row) => row.id === id)?.keys[0];
  if (key === undefined) return '';
  const parts = key.split('-').map((part) => (part.length === 1 ? part.toUpperCase() : part));
  return platform.value === 'darwin'
    ? parts.map((part) => macSigns[part] ?? part).join('')
    : parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
}
