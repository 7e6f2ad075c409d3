import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, failing } from '../failures.ts';
import { readLog } from '../files/record-log.ts';
import { isUnsaved, replay } from './draft.ts';
import { decodeEntries } from './journal-entry.ts';

/** Milliseconds that the undo of a post that was left saved is kept. */
const kept = 365 * 86_400_000;
/** Bytes of all of them together. */
const largest = 100_000_000;

interface Found {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

/**
 * Bounds what posts that were left have for their undo: a year, and so many bytes; those that were left longest ago go
 * first. A journal with words that no file has stays whatever its age, and so does one of a later Fude.
 */
export async function thinJournals(folder: string, now: number, limit = largest): Promise<void> {
  const journals = (await found(folder)).toSorted((a, b) => b.modified - a.modified);
  let bytes = 0;
  for (const { path, size, modified } of journals) {
    bytes += size;
    if (bytes <= limit && now - modified <= kept) continue;
    if (await isNeeded(path)) continue;
    await failing(path, 'write', () => rm(path, { force: true }));
    bytes -= size;
  }
}

async function isNeeded(path: string): Promise<boolean> {
  const { records, end } = await readLog(path);
  if (end === 'newer') return true;
  const draft = replay(decodeEntries(records));
  return draft !== undefined && isUnsaved(draft);
}

async function found(folder: string): Promise<readonly Found[]> {
  const files: Found[] = [];
  try {
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path);
      files.push({ path, size, modified: mtimeMs });
    }
  } catch (error) {
    // None yet, or one that was taken up again meanwhile: the next start looks again.
    if (errorCode(error) === undefined) throw error;
  }
  return files;
}
