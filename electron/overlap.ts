import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { errorCode } from './failures.ts';
import { patience, within } from './files/patience.ts';

/** Whether two folders are one, or one lies in the other, wherever links lead. One that is not there is only itself. */
export async function overlap(a: string, b: string): Promise<boolean> {
  const [realA, realB] = [await real(a), await real(b)];
  return isAtOrBelow(realA, realB) || isAtOrBelow(realB, realA);
}

function isAtOrBelow(path: string, top: string): boolean {
  const below = relative(top, path);
  return below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}

async function real(path: string): Promise<string> {
  try {
    // A folder that does not answer is only itself, too.
    return (await within(patience, realpath(path))) ?? path;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return path;
  }
}
