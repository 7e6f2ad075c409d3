import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../failures.ts';
import { temporaryName } from '../files/atomic-write.ts';
import { nameOf } from './post-path.ts';

/** Removes the unfinished files of a Fude that was killed; one that still runs keeps its own. */
export async function removeLeftovers(root: string, leftovers: Iterable<string>): Promise<void> {
  for (const path of leftovers) {
    const pid = Number(temporaryName.exec(nameOf(path))?.[1]);
    if (isRunning(pid)) continue;
    try {
      await rm(join(root, path), { recursive: true, force: true });
    } catch (error) {
      // It does no harm where it lies, and the next start tries again.
      if (errorCode(error) === undefined) throw error;
    }
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}
