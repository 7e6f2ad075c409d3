import { constants, type BigIntStats, type Stats } from 'node:fs';
import { copyFile, lstat, mkdir, open, readdir, readlink, rename, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FailureError, errorCode, failing } from '../failures.ts';

/** Makes names that were just added to or taken from this folder survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder as a file, and writes its metadata through.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // Some network shares have no such call for folders; there is nothing more to be had from them.
    if (!['EINVAL', 'ENOTSUP'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    await folder.close();
  }
}

/** Makes sure that the bytes of a file and its name are on the disk; a file that may not be written can be flushed too. */
export async function syncFile(path: string): Promise<void> {
  await failing(path, 'write', async () => {
    // Windows flushes only what it may write.
    const file = await open(path, process.platform === 'win32' ? 'r+' : 'r');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(dirname(path));
  });
}

/** Makes one new folder in an existing one; `exists` when the name is taken. */
export async function makeFolder(path: string): Promise<void> {
  await failing(path, 'write', async () => {
    await mkdir(path);
    await syncFolder(dirname(path));
  });
}

/**
 * Makes a folder and those above it that are missing; answers the uppermost that was made, undefined when all were
 * there. `missing` names the one that cannot be made, and something that is no folder is `not-a-folder`. Node's own way
 * to do this never comes to an end on file systems that make no folders, and hides that a disk is read-only.
 */
export async function makeFolders(path: string): Promise<string | undefined> {
  const stats = await failing(path, 'read', () => statIfThere(path));
  if (stats?.isDirectory() === true) return undefined;
  if (stats !== undefined) throw new FailureError({ kind: 'not-a-folder', path });
  const above = dirname(path);
  const first = above === path ? undefined : await makeFolders(above);
  try {
    await mkdir(path);
  } catch (error) {
    // Another program has made it meanwhile.
    if (errorCode(error) === 'EEXIST' && (await statIfThere(path))?.isDirectory() === true) return first;
    await failing(path, 'write', () => Promise.reject(error));
  }
  return first ?? path;
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether anything bears this name, a broken link too. */
export async function nameTaken(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** The names in a folder; none when there is no folder. Throws a FailureError for one that cannot be read. */
export async function namesInFolder(path: string): Promise<readonly string[]> {
  return failing(path, 'read', async () => {
    try {
      return await readdir(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  });
}

/** True when both names lead to one entry, as they do on a disk that ignores case. Two hard links are two entries. */
function isSameEntry(a: BigIntStats, b: BigIntStats): boolean {
  return a.ino === b.ino && a.dev === b.dev && (a.isDirectory() || a.nlink === 1n);
}

/**
 * Gives a file or folder another name on the same disk, never over something else (`exists`).
 * A change of case alone works on disks that ignore case.
 */
export async function moveTo(from: string, to: string): Promise<void> {
  await failing(to, 'write', async () => {
    const source = await failing(from, 'write', () => lstat(from, { bigint: true }));
    if ((await nameTaken(to)) && !isSameEntry(source, await lstat(to, { bigint: true }))) {
      throw new FailureError({ kind: 'exists', path: to });
    }
    await rename(from, to);
    await syncFolder(dirname(to));
    if (dirname(from) !== dirname(to)) await syncFolder(dirname(from));
  });
}

/** Copies a folder with all it holds to a name that is free; links stay links, FIFOs, sockets and devices are left out. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await makeFolder(to);
  const entries = await failing(from, 'read', () => readdir(from, { withFileTypes: true }));
  for (const entry of entries) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copyFolder(source, target);
    else if (entry.isFile()) await copyOneFile(source, target);
    else if (entry.isSymbolicLink())
      await failing(target, 'write', async () => symlink(await readlink(source), target));
  }
}

/** Copies one ordinary file to a name that is free. */
export async function copyOneFile(from: string, to: string): Promise<void> {
  await failing(to, 'write', () => copyFile(from, to, constants.COPYFILE_EXCL));
  await syncFile(to);
}
