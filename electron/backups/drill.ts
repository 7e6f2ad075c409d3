import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DrillResult } from '../../core/contract/backup.ts';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { readRegularFile } from '../files/read.ts';
import { loadManifest, manifestPath, namesOfBackups, objectsIn } from './layout.ts';
import { missingBackup } from './manifest.ts';
import { ObjectStore } from './object-store.ts';
import { unpack, type Passed } from './unpack.ts';

/** Paths that a result names; the rest is of the same kind. */
const named = 20;
const week = 7 * 86_400_000;
const scratchName = '.drill';

/** What is remembered of drills beside the backups. Without it, the next one is due at once. */
export interface DrillRecord {
  readonly last: DrillResult;
  readonly lastGood: number | undefined;
}

/**
 * Unpacks the newest backup into a scratch folder beside it, compares every file with its hash, and removes the scratch
 * folder, also one that an earlier drill left. Keeps the result; undefined when there is no backup yet.
 */
export async function drill(
  folder: string,
  now: Date,
  passed: (done: number, total: number) => void,
): Promise<DrillRecord | undefined> {
  const [newest] = await namesOfBackups(folder);
  if (newest === undefined) return undefined;
  const manifest = await loadManifest(folder, newest.id);
  if (manifest === undefined) throw missingBackup(manifestPath(folder, newest.id));
  const total = manifest.files.reduce((sum, { size }) => sum + size, 0);
  const scratch = join(folder, scratchName);
  const clear = (): Promise<void> =>
    failing(scratch, 'write', () => rm(scratch, { recursive: true, force: true }));
  await clear();
  await failing(scratch, 'write', () => mkdir(scratch));
  const step: Passed = (done) => passed(done, total);
  try {
    const { files, wrong } = await unpack(new ObjectStore(objectsIn(folder)), manifest, scratch, step);
    const last = { at: now.getTime(), backup: newest.id, files, wrong: wrong.slice(0, named) };
    const lastGood = wrong.length === 0 ? last.at : (await readDrills(folder))?.lastGood;
    const record = { last, lastGood };
    await writeFileAtomic(recordPath(folder), new TextEncoder().encode(JSON.stringify(record)));
    return record;
  } finally {
    await clear();
  }
}

/** Whether a week has gone by, or seven backups, since a drill was good. A clock that was set back makes one more. */
export async function isDrillDue(folder: string, now: Date): Promise<boolean> {
  const [newest] = await namesOfBackups(folder);
  if (newest === undefined) return false;
  const record = await readDrills(folder);
  if (record === undefined || record.last.wrong.length > 0) return true;
  const backupsSince = newest.number - Number.parseInt(record.last.backup, 10);
  return Math.abs(now.getTime() - record.last.at) >= week || backupsSince >= 7;
}

/** Undefined when no drill was made, or what is remembered of them cannot be read. */
export async function readDrills(folder: string): Promise<DrillRecord | undefined> {
  try {
    const value: unknown = JSON.parse((await readRegularFile(recordPath(folder), 100_000)).toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch (error) {
    if (error instanceof FailureError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const recordPath = (folder: string): string => join(folder, 'drill.json');

function isRecord(value: unknown): value is DrillRecord {
  if (typeof value !== 'object' || value === null || !('last' in value)) return false;
  const { last } = value;
  if (typeof last !== 'object' || last === null) return false;
  const { at, backup, files, wrong } = last as Record<string, unknown>;
  const good = 'lastGood' in value ? value.lastGood : undefined;
  return (
    typeof at === 'number' &&
    typeof backup === 'string' &&
    typeof files === 'number' &&
    Array.isArray(wrong) &&
    wrong.every((path) => typeof path === 'string') &&
    (good === undefined || typeof good === 'number')
  );
}
