import { signal } from '@preact/signals';
import type { BackupJob, BackupState } from '../../core/contract/backup.ts';
import type { RequestName, Requests } from '../../core/contract/requests.ts';
import { listen, request } from '../api.ts';
import { notify, notifyFailure } from './notices.ts';

/** What is being done about backups now, in this window's library. */
export const backupJob = signal<BackupJob | undefined>(undefined);
/** As main told it last; undefined until somebody asked. */
export const backupState = signal<BackupState | undefined>(undefined);

/** Called once at the window's start. */
export function hearBackups(): void {
  listen('backup.job', (job) => {
    const ended = backupJob.value !== undefined && job === undefined;
    backupJob.value = job;
    if (ended && backupState.value !== undefined) void refreshBackups();
  });
}

export async function refreshBackups(): Promise<void> {
  const state = await asked('backup.state');
  if (state !== undefined) backupState.value = state;
}

export async function backUpNow(): Promise<void> {
  if ((await asked('backup.run')) === true) notify({ kind: 'backedUp' });
}

/** The answer, or undefined after the author was told why there is none. */
export async function asked<Name extends RequestName>(
  name: Name,
  ...args: Parameters<Requests[Name]>
): Promise<ReturnType<Requests[Name]> | undefined> {
  const answer = await request(name, ...args);
  if (answer.ok) return answer.value;
  notifyFailure(answer.failure);
  return undefined;
}
