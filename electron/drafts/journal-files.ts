import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError, failing } from '../failures.ts';
import { readLog } from '../files/record-log.ts';
import type { JournalEntry } from './draft.ts';
import { decodeEntries } from './journal-entry.ts';

const ending = '.journal';

/** `identity` names the post through renames. */
export function journalPath(folder: string, identity: string): string {
  return join(folder, identity + ending);
}

/** What stands in one journal; nothing when there is none or nothing of it can be read. The file stays as it is. */
export async function readJournal(folder: string, identity: string): Promise<readonly JournalEntry[]> {
  try {
    const { records } = await readLog(journalPath(folder, identity));
    return [...decodeEntries(records)];
  } catch (error) {
    // A journal that cannot be read must not keep any post from being opened; it stays for another day.
    if (!(error instanceof FailureError)) throw error;
    return [];
  }
}

/** The journals of a folder, by identity; damaged ones as far as they can be read. */
export async function readJournals(folder: string): Promise<ReadonlyMap<string, readonly JournalEntry[]>> {
  const journals = new Map<string, readonly JournalEntry[]>();
  for (const name of await namesIn(folder)) {
    if (!name.endsWith(ending)) continue;
    const identity = name.slice(0, -ending.length);
    const entries = await readJournal(folder, identity);
    if (entries.length > 0) journals.set(identity, entries);
  }
  return journals;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await failing(folder, 'read', () => readdir(folder));
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return [];
  }
}
