import type { CommandId } from '../../core/contract/commands.ts';
import { commandRows } from '../../core/contract/commands.ts';
import { listen } from '../api.ts';
import { notifyFailure } from '../state/notices.ts';
import { editor } from './surfaces.ts';
import { commands } from './table.ts';
import { inTurn, mustWait } from './turns.ts';

export const canRun = (id: CommandId): boolean => commands[id].when?.() ?? true;

/** Commands that have nothing to do with the post that is shown. */
const atOnce = /^(?:palette|settings)\./u;

/** Runs a command if it can run now; one of the post waits while another post is on its way, and is for that one. */
export function runCommand(id: CommandId): void {
  if (mustWait() && !atOnce.test(id)) void inTurn('command', () => start(id));
  else start(id);
}

/** A fault inside a command is shown, never lost. */
function start(id: CommandId): void {
  if (!canRun(id)) return;
  const run = async (): Promise<void> => commands[id].run();
  run().catch((error: unknown) => notifyFailure({ kind: 'internal', detail: `${id}: ${String(error)}` }));
}

const isCommand = (id: string): id is CommandId => commandRows.some((row) => row.id === id);

/** Menu items run the same commands; a composition is confirmed by them, as by a click on a button. */
export function hearMenu(): void {
  listen('command.run', (id) => {
    if (!isCommand(id)) return;
    const pane = editor();
    pane?.confirmComposition();
    if (pane === undefined) runCommand(id);
    else pane.afterComposition(() => runCommand(id));
  });
}
