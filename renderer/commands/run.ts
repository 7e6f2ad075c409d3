import type { CommandId } from '../../core/contract/commands.ts';
import { commandRows } from '../../core/contract/commands.ts';
import { listen } from '../api.ts';
import { notifyFailure } from '../state/notices.ts';
import { commands } from './table.ts';

export const canRun = (id: CommandId): boolean => commands[id].when?.() ?? true;

/** Runs a command if it can run now. A fault inside it is shown, never lost. */
export function runCommand(id: CommandId): void {
  if (!canRun(id)) return;
  Promise.resolve()
    .then(() => commands[id].run())
    .catch((error: unknown) => notifyFailure({ kind: 'internal', detail: `${id}: ${String(error)}` }));
}

const isCommand = (id: string): id is CommandId => commandRows.some((row) => row.id === id);

/** Menu items run the same commands. */
export function hearMenu(): void {
  listen('command.run', (id) => {
    if (isCommand(id)) runCommand(id);
  });
}
