import { commandRows, type CommandId } from '../contract/commands.ts';

/** The first key of a command within a sentence, for every system; the empty string when it has none. */
export function keyOf(id: CommandId): string {
  const key: string | undefined = commandRows.find((row) => row.id === id)?.keys[0];
  return (key ?? '').replace('Mod-', 'Ctrl/Cmd-').replaceAll('-', '+');
}
