import { chmod, copyFile, constants, mkdir, symlink, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FailureError, errorCode, failing } from '../failures.ts';
import type { BackedUpFile, Manifest } from './manifest.ts';
import { hashFile, type ObjectStore } from './object-store.ts';

/** What came of unpacking a backup. */
export interface Unpacked {
  /** How many were tried. */
  readonly files: number;
  /** Paths whose bytes are gone or are not those that were backed up. */
  readonly wrong: readonly string[];
}

/** Called with the bytes that were gone through so far; throws to call the work off. */
export type Passed = (bytes: number) => void;

/**
 * Writes the files of a backup below a folder that is new, then reads every one back from there and compares it. What the
 * store no longer has as it was is left out and named. A disk that refuses the copy is a FailureError.
 */
export async function unpack(
  store: ObjectStore,
  { files, links }: Pick<Manifest, 'files' | 'links'>,
  to: string,
  passed: Passed,
): Promise<Unpacked> {
  const wrong: string[] = [];
  const folders = new Set<string>();
  let bytes = 0;
  for (const file of files) {
    const target = join(to, file.path);
    const folder = dirname(target);
    if (!folders.has(folder)) await failing(folder, 'write', () => mkdir(folder, { recursive: true }));
    folders.add(folder);
    passed(bytes);
    if (!(await comesBack(store, file, target, () => passed(bytes)))) wrong.push(file.path);
    bytes += file.size;
  }
  // Last, so that nothing is written through one.
  for (const { path, target } of links) if (!(await linked(target, join(to, path)))) wrong.push(path);
  passed(bytes);
  return { files: files.length, wrong };
}

async function comesBack(
  store: ObjectStore,
  file: BackedUpFile,
  target: string,
  tick: () => void,
): Promise<boolean> {
  if (!(await store.has(file.hash, file.size))) {
    // Bytes of another length than were stored under that name are of no use to anyone.
    await store.setAside(file.hash);
    return false;
  }
  await failing(target, 'write', () =>
    copyFile(store.pathOf(file.hash), target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE),
  );
  const copy = await hashFile(target, tick);
  if (copy.hash !== file.hash) {
    await store.setAside(file.hash);
    return false;
  }
  await failing(target, 'write', async () => {
    if (file.executable) await chmod(target, 0o755);
    const seconds = file.modified / 1000;
    await utimes(target, seconds, seconds);
  });
  return true;
}

/** Windows lets few make links; the rest of the library comes back all the same. */
async function linked(target: string, path: string): Promise<boolean> {
  try {
    await failing(path, 'write', async () => {
      await mkdir(dirname(path), { recursive: true });
      await symlink(target, path);
    });
    return true;
  } catch (error) {
    if (!(error instanceof FailureError) || errorCode(error.cause) === undefined) throw error;
    return false;
  }
}
