import { createHash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { FailureError, errorCode, failing } from '../failures.ts';
import { isInside } from './library-image.ts';

/** Where a file of an export goes, and what lies there now. */
export interface Destination {
  /** Relative to the folder, `/` between the parts. */
  readonly path: string;
  /** Absolute, after links. */
  readonly file: string;
  readonly present: { readonly hash: string; readonly mode: number } | undefined;
}

/**
 * Finds the destination of `path` in an existing folder given by its real path. Links that lead out of the folder are
 * `link-outside`; what is in the way is named; nothing is changed.
 */
export async function findDestination(folder: string, path: string): Promise<Destination> {
  const parts = path.split('/');
  let place = folder;
  for (const [index, part] of parts.entries()) {
    const next = join(place, part);
    const stats = await statOf(next);
    if (stats === undefined) return { path, file: join(next, ...parts.slice(index + 1)), present: undefined };
    const file = stats.isSymbolicLink() ? await linkInside(folder, next) : next;
    const found = stats.isSymbolicLink() ? await failing(file, 'read', () => lstat(file)) : stats;
    if (index < parts.length - 1) {
      if (!found.isDirectory()) throw new FailureError({ kind: 'in-the-way', path: next });
      place = file;
    } else {
      if (!found.isFile()) throw new FailureError({ kind: 'in-the-way', path: next });
      return { path, file, present: { hash: await hashOf(file), mode: found.mode & 0o777 } };
    }
  }
  throw new FailureError({ kind: 'internal', detail: 'an export file without a name' });
}

/** The same for a file of an earlier export; undefined where something else stands now, a folder or a link. */
export async function findWritten(folder: string, path: string): Promise<Destination | undefined> {
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..')) return undefined;
  try {
    return await findDestination(folder, path);
  } catch (error) {
    if (error instanceof FailureError) return undefined;
    throw error;
  }
}

/**
 * The folder after links, or undefined when there is none yet. Throws `not-absolute`, `bad-name` or `not-a-folder` for
 * what the author gave instead of a folder's place.
 */
export async function realFolder(folder: string): Promise<string | undefined> {
  if (!isAbsolute(folder)) throw new FailureError({ kind: 'not-absolute', path: folder });
  if (folder.includes('\0')) throw new FailureError({ kind: 'bad-name', name: folder, reason: 'control' });
  const stats = await statOf(folder);
  if (stats === undefined) return undefined;
  const real = await failing(folder, 'read', () => realpath(folder));
  if (!(await failing(folder, 'read', () => lstat(real))).isDirectory()) {
    throw new FailureError({ kind: 'not-a-folder', path: folder });
  }
  return real;
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    if (errorCode(error) === 'ENOTDIR')
      throw new FailureError({ kind: 'not-a-folder', path }, { cause: error });
    return failing(path, 'read', () => Promise.reject(error));
  }
}

async function linkInside(folder: string, link: string): Promise<string> {
  try {
    const real = await realpath(link);
    if (isInside(folder, real)) return real;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
  throw new FailureError({ kind: 'link-outside', path: link });
}

/** SHA-256 of a file, hex. */
export async function hashOf(file: string): Promise<string> {
  return failing(file, 'read', async () => {
    const hash = createHash('sha256');
    for await (const part of createReadStream(file)) hash.update(part as Buffer);
    return hash.digest('hex');
  });
}
