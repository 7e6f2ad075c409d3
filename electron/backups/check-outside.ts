import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, basename, relative, sep } from 'node:path';
import { FailureError, errorCode, failing } from '../failures.ts';

/** Throws `inside-library` for a folder in the library, wherever links lead. It need not exist. */
export async function checkOutside(root: string, folder: string): Promise<void> {
  const below = relative(await realPathOf(root), await realPathOf(folder));
  const outside = below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below);
  if (!outside) throw new FailureError({ kind: 'inside-library', path: folder });
}

async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && dirname(path) !== path)
      return join(await realPathOf(dirname(path)), basename(path));
    return failing(path, 'read', () => Promise.reject(error));
  }
}
