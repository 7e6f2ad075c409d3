import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { link, lstat, open, realpath, rename, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FailureError, errorCode, failing } from '../failures.ts';
import { nameTaken, syncFolder } from './folder.ts';
import { sha256 } from './hash.ts';

export interface WriteOptions {
  /** The file must be new: `exists` when anything bears the name, also when it appears at the last moment. */
  readonly create?: boolean | undefined;
  /** Called once the new bytes are safe under another name, right before they take this one; a throw changes nothing. */
  readonly beforeReplace?: (() => Promise<void>) | undefined;
}

/** Names of unfinished files; a killed process leaves one behind. The number is its process id. */
export const temporaryName = /^\.fude-(\d+)-[0-9a-f]+\.tmp$/;

/**
 * Writes a whole file so that at every moment, also after a power cut, the name leads to all the old or all the new bytes.
 * When it resolves, the new bytes were read back and compared, and lie on the disk with their name. When it rejects
 * (always with a FailureError), the old file is as it was and nothing else is left, as far as the disk still answers;
 * only a disk that fails in the very last step, the flush of the folder, can have the new bytes already.
 * A link stays a link: the file it leads to is replaced. Mode and owner of an existing file are kept; the folder must exist.
 */
export async function writeFileAtomic(
  path: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  await failing(path, 'write', async () => {
    const target = await resolveTarget(path);
    const old = await existingFile(target, path);
    if (old && options.create) throw new FailureError({ kind: 'exists', path });
    // A rename would replace a file that its owner made read-only.
    if (old) await (await open(target, 'r+')).close();

    const name = `.fude-${String(process.pid)}-${randomBytes(6).toString('hex')}.tmp`;
    const temporary = join(dirname(target), name);
    const file = await open(temporary, 'wx+', old ? old.mode & 0o777 : 0o666);
    try {
      await writeChecked(file, path, bytes, old);
      await options.beforeReplace?.();
      if (options.create) await takeFreeName(temporary, target);
      else await rename(temporary, target);
    } catch (error) {
      await removeLeftover(temporary);
      throw error;
    }
    await syncFolder(dirname(target));
  });
}

/** The path that links lead to; a name that is free stays itself, a link into nothing is `missing`. */
async function resolveTarget(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || (await nameTaken(path))) throw error;
    return join(await realpath(dirname(path)), basename(path));
  }
}

async function existingFile(target: string, path: string): Promise<Stats | undefined> {
  if (!(await nameTaken(target))) return undefined;
  const stats = await lstat(target);
  if (!stats.isFile()) throw new FailureError({ kind: 'not-a-file', path });
  return stats;
}

/** Fills, checks, flushes and closes the temporary file. */
async function writeChecked(
  file: FileHandle,
  path: string,
  bytes: Uint8Array,
  old: Stats | undefined,
): Promise<void> {
  try {
    // One write may take a part only, as it does when the disk fills up; the next one then says so.
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await file.write(bytes, at, bytes.length - at, at);
      if (bytesWritten === 0) throw new FailureError({ kind: 'disk-full', path });
      at += bytesWritten;
    }
    if (old) await keepOwnerAndMode(file, old);
    await file.sync();
    await verify(file, path, bytes);
  } finally {
    // Network disks report a full disk as late as here.
    await file.close();
  }
}

async function keepOwnerAndMode(file: FileHandle, old: Stats): Promise<void> {
  const own = await file.stat();
  if (process.platform !== 'win32' && (own.uid !== old.uid || own.gid !== old.gid)) {
    try {
      await file.chown(old.uid, old.gid);
    } catch (error) {
      // Only root may give a file away; the text matters more than whom the file belongs to.
      if (errorCode(error) !== 'EPERM') throw error;
    }
  }
  if (own.mode !== old.mode) await file.chmod(old.mode & 0o7777);
}

async function verify(file: FileHandle, path: string, bytes: Uint8Array): Promise<void> {
  const { size } = await file.stat();
  const readBack = Buffer.alloc(bytes.length);
  for (let at = 0; at < readBack.length;) {
    const { bytesRead } = await file.read(readBack, at, readBack.length - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  if (size !== bytes.length || sha256(readBack) !== sha256(bytes)) {
    throw new FailureError({ kind: 'io', path, code: 'read back other bytes than were written' });
  }
}

/** Unlike a rename, a hard link never takes a name that is in use. */
async function takeFreeName(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error) ?? '')) throw error;
    // FAT and some network shares have no hard links.
    if (await nameTaken(target)) throw new FailureError({ kind: 'exists', path: target }, { cause: error });
    await rename(temporary, target);
    return;
  }
  await unlink(temporary);
}

async function removeLeftover(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch {
    // The disk or the folder is gone: the first error, which the caller gets, says more than this one.
  }
}
