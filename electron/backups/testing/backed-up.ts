import { mkdir, readFile, readdir, readlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupJob } from '../../../core/contract/backup.ts';
import type { Failure } from '../../../core/contract/failure.ts';
import { failureOf } from '../../failures.ts';
import { temporaryFolder } from '../../files/testing/faults.ts';
import { Backups, type BackupPlan } from '../backups.ts';

export interface Desk {
  readonly root: string;
  readonly folder: string;
  readonly backups: Backups;
  readonly failures: Failure[];
  readonly jobs: (BackupJob | undefined)[];
  /** Changed by the test between two backups. */
  plan: BackupPlan;
  now: Date;
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
}

/** A library with these files and its backups, in a temporary folder. */
export async function desk(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  at?: string,
): Promise<Desk> {
  const top = await temporaryFolder();
  const root = join(top, 'library');
  const folder = join(at ?? top, 'backups');
  await mkdir(root);
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  for (const [path, content] of Object.entries(files)) await write(path, content);
  const failures: Failure[] = [];
  const jobs: (BackupJob | undefined)[] = [];
  const made: Desk = {
    root,
    folder,
    failures,
    jobs,
    plan: { on: true, folder, chosen: false, limit: 1e9 },
    now: new Date(2026, 10, 22, 12),
    write,
    backups: new Backups({
      root,
      without: [folder],
      plan: () => made.plan,
      changed: (job) => jobs.push(job),
      failed: (failure) => failures.push(failure),
      now: () => made.now,
    }),
  };
  return made;
}

/** Every file below a folder with its text (links: where they lead to), by path. */
export async function contentOf(root: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const rows: [string, string][] = [];
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = entry.isSymbolicLink() ? `-> ${await readlink(path)}` : await readFile(path, 'latin1');
    rows.push([path.slice(root.length + 1), content]);
  }
  return Object.fromEntries(rows.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function nextDay(made: Desk): void {
  made.now = new Date(made.now.getTime() + 86_400_000);
}

/** The names of the backups, newest first. */
export async function ids({ backups }: Desk): Promise<readonly string[]> {
  return (await backups.state()).backups.map(({ id }) => id);
}

/** What a backup restores to, where nothing is wrong. */
export async function restored(made: Desk, id: string): Promise<Readonly<Record<string, string>>> {
  const answer = await made.backups.restore(id, await temporaryFolder());
  if (answer === undefined || answer.wrong.length > 0)
    throw new Error(`Not restored: ${JSON.stringify(answer)}`);
  return contentOf(answer.path);
}

/** What a piece of work ends with, when it does not come to its end. */
export const failureFrom = (work: Promise<unknown>): Promise<Failure | undefined> =>
  work.then(() => undefined, failureOf);
