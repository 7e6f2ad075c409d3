import { commandRows, type CommandId } from '../core/contract/commands.ts';

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

/** Whether a key writes a sign, and is no shortcut. */
export const writes = (event: KeyboardEvent): boolean =>
  [...event.key].length === 1 &&
  !event.metaKey &&
  ((!event.ctrlKey && !event.altKey) || event.getModifierState('AltGraph'));

/** The command that a key is bound to in the table, if any. */
export const commandOfKey = (event: KeyboardEvent): CommandId | undefined =>
  keyNames(event)
    .map((name) => byKey.get(name))
    .find((id) => id !== undefined);
