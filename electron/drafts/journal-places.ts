import { copyFile, lstat, mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { FailureError, errorCode, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { sha256 } from '../files/hash.ts';
import { refuseNewer } from '../files/record-log.ts';
import type { JournalEntry } from './draft.ts';
import { journalPath, readJournal, readJournals } from './journal-files.ts';

/** Name of the note by which the newest of several copies of one journal is known; it only grows. */
export const generationNote = 'generation';

/** A journal where it was found. */
export interface FoundJournal {
  readonly folder: string;
  readonly entries: readonly JournalEntry[];
  readonly generation: number;
}

/**
 * Where journals go when the app data cannot be written, in this order: the disk of the library, then the system's
 * folder for temporary files, where they outlive a crash of Fude but perhaps not one of the machine.
 */
export function spareFolders(root: string): readonly string[] {
  const library = sha256(new TextEncoder().encode(root)).slice(0, 16);
  return [join(root, '.fude-drafts'), join(tmpdir(), `fude-drafts-${userInfo().username}-${library}`)];
}

/** The folders that journals of open posts lie in. */
export class JournalPlaces {
  /** In the app data: where they belong. */
  readonly own: string;
  readonly #spares: readonly string[];

  constructor(own: string, spares: readonly string[]) {
    this.own = own;
    this.#spares = spares;
  }

  /** All folders, in the order in which they are tried. */
  get all(): readonly string[] {
    return [this.own, ...this.#spares];
  }

  /** Makes a spare folder that nobody else can look into. Its parent must be there: a library that is gone is not made anew. */
  async prepare(folder: string): Promise<void> {
    if (folder === this.own) return;
    await failing(folder, 'write', async () => {
      try {
        await mkdir(folder, { mode: 0o700 });
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
      }
      if (!(await isPrivate(folder)))
        throw new FailureError({ kind: 'denied', path: folder, access: 'write' });
    });
  }

  /** All journals, the newest copy of each. Journals that cannot be read are left out. */
  async journals(): Promise<ReadonlyMap<string, FoundJournal>> {
    const newest = new Map<string, FoundJournal>();
    for (const folder of await this.#readable()) {
      for (const [identity, entries] of await readJournals(folder)) {
        const found = { folder, entries, generation: generationOf(entries) };
        newest.set(identity, newerOf(newest.get(identity), found));
      }
    }
    return newest;
  }

  /** The newest copy of one journal; undefined when there is none. */
  async journal(identity: string): Promise<FoundJournal | undefined> {
    let newest: FoundJournal | undefined;
    for (const folder of await this.#readable()) {
      const entries = await readJournal(folder, identity);
      if (entries.length > 0)
        newest = newerOf(newest, { folder, entries, generation: generationOf(entries) });
    }
    return newest;
  }

  /** Removes the copies of a journal, that in `kept` aside, and spare folders that are empty then. */
  async removeCopies(identity: string, kept: string | undefined): Promise<void> {
    for (const folder of await this.#readable()) {
      if (folder === kept) continue;
      const path = journalPath(folder, identity);
      await refuseNewer(path);
      await failing(path, 'write', () => rm(path, { force: true }));
      if (folder !== this.own) await removeIfEmpty(folder);
    }
  }

  /** Moves a journal out of here, the older copies of which are gone: none is ever taken for the newest. */
  async moveAway(identity: string, from: string, to: string): Promise<void> {
    await refuseNewer(to);
    await failing(to, 'write', async () => {
      await mkdir(dirname(to), { recursive: true });
      await moveAcross(journalPath(from, identity), to);
    });
    if (from !== this.own) await removeIfEmpty(from);
  }

  /** Whether journals can be written where they belong again, tried with this many bytes. */
  async ownWorks(size: number): Promise<boolean> {
    const path = join(this.own, 'room');
    try {
      await failing(path, 'write', () => mkdir(this.own, { recursive: true }));
      await writeFileAtomic(path, Buffer.alloc(size));
      return true;
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return false;
    } finally {
      await rm(path, { force: true }).catch(() => undefined);
    }
  }

  /** A spare folder that another user made is none of ours. */
  async #readable(): Promise<readonly string[]> {
    const folders = [this.own];
    for (const folder of this.#spares) if (await isPrivate(folder)) folders.push(folder);
    return folders;
  }
}

function newerOf(one: FoundJournal | undefined, other: FoundJournal): FoundJournal {
  return one !== undefined && one.generation >= other.generation ? one : other;
}

function generationOf(entries: readonly JournalEntry[]): number {
  const note = entries.findLast((entry) => entry.kind === 'note' && entry.name === generationNote);
  return note?.kind === 'note' && typeof note.value === 'number' ? note.value : 0;
}

async function isPrivate(folder: string): Promise<boolean> {
  try {
    const stats = await lstat(folder);
    const mine = process.getuid === undefined || stats.uid === process.getuid();
    return stats.isDirectory() && mine;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    // Another post's journal is in it, or the disk refuses; the next start looks again.
    if (errorCode(error) === undefined) throw error;
  }
}

/** Between two disks a file can only be copied. */
async function moveAcross(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    await copyFile(from, to);
    await rm(from);
  }
}
