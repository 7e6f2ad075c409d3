import { readFileSync } from 'node:fs';
import { errorCode } from '../failures.ts';

/** A process, told apart from a later one that got its id. */
export interface StartedProcess {
  readonly pid: number;
  /** When it started, as its system tells; the empty string where only the id is known. */
  readonly started: string;
}

export const thisProcess = (): StartedProcess => ({ pid: process.pid, started: startOf(process.pid) });

/** Whether it runs still, on this machine. */
export function isRunning({ pid, started }: StartedProcess): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  return startOf(pid) === started;
}

/** Only Linux tells the start of any process; elsewhere the process id alone has to do. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The name of the program, in parentheses, may hold spaces; the start is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return '';
  }
}
