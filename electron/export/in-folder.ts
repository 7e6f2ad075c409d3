import { realpath, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolders } from '../files/folder.ts';

/**
 * Makes the folder when there is none (`folder`, its real path, is undefined), and takes it away again when the work
 * fails. `made` is the uppermost folder that was made.
 */
export async function inFolder(
  written: string,
  folder: string | undefined,
  work: (folder: string, made: string | undefined) => Promise<void>,
): Promise<void> {
  if (folder !== undefined) return work(folder, undefined);
  const first = await makeFolders(written);
  try {
    await work(await realpath(written), first);
  } catch (error) {
    if (first !== undefined) await removeEmptyFolders(written, first);
    throw error;
  }
}

/** Takes away `from` and what lies above it as far as `to`, until one is not empty. */
export async function removeEmptyFolders(from: string, to: string): Promise<void> {
  for (let folder = from; ; folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      // Somebody has something in it; an empty folder that stays harms nobody.
      return;
    }
    if (folder === to || folder === dirname(folder)) return;
  }
}
