import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { FailureError, failureOf } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { readRegularFile } from '../files/read.ts';
import { isRunning, thisProcess } from '../files/running.ts';
import type { StartedProcess } from '../files/running.ts';

/** Lies in the library while it is open, so that two Fudes with different app data see each other. */
export const lockName = '.fude-lock';

interface Holder extends StartedProcess {
  readonly host: string;
}

/**
 * Whose the library is: `mine` until `release`, `theirs` while another Fude has it open, `none` where no lock can be
 * kept (a read-only library). It never stops anything: saves are guarded by the hash of what they replace.
 */
export interface LibraryLock {
  readonly state: 'mine' | 'theirs' | 'none';
  readonly release: () => Promise<void>;
}

/** Takes the lock, over a Fude that died and, said once, over one of another machine. Throws nothing that a disk can do. */
export async function lockLibrary(root: string): Promise<LibraryLock> {
  const path = join(root, lockName);
  const me: Holder = { host: hostname(), ...thisProcess() };
  const text = `${JSON.stringify(me)}\n`;
  const release = async (): Promise<void> => {
    // Another Fude may have taken over a lock that it held for stale.
    if ((await textOf(path)) === text) await rm(path, { force: true });
  };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await writeFileAtomic(path, new TextEncoder().encode(text), { create: true });
      return { state: 'mine', release };
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.kind !== 'exists') return withoutLock(error);
    }
    const there = await textOf(path);
    if (there === text) return { state: 'mine', release };
    const holder = holderOf(there);
    if (holder && holder.host === me.host && isRunning(holder)) return { state: 'theirs', release: nothing };
    await rm(path, { force: true });
    // Whether a Fude on another machine still runs cannot be known: say so once and take the lock over.
    if (holder && holder.host !== me.host) return { ...(await lockLibrary(root)), state: 'theirs' };
  }
  return { state: 'theirs', release: nothing };
}

const nothing = (): Promise<void> => Promise.resolve();

function withoutLock(error: unknown): LibraryLock {
  if (failureOf(error).kind === 'internal') throw error;
  return { state: 'none', release: nothing };
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return (await readRegularFile(path, 10_000)).toString('utf8');
  } catch (error) {
    if (failureOf(error).kind === 'internal') throw error;
    return undefined;
  }
}

/** Undefined for a lock that was cut or is not ours: nobody holds it. */
function holderOf(text: string | undefined): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value !== 'object' || value === null) return undefined;
    const { host, pid, started } = value as Record<string, unknown>;
    if (typeof host !== 'string' || typeof pid !== 'number' || typeof started !== 'string') return undefined;
    return Number.isSafeInteger(pid) && pid > 0 ? { host, pid, started } : undefined;
  } catch {
    return undefined;
  }
}
