import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { ImageFound } from '../../core/contract/review.ts';
import { FailureError, errorCode, failing } from '../failures.ts';
import { readHead, readRegularFile } from '../files/read.ts';

/** Larger images are not shown in the preview either, in bytes. */
const largestImage = 100_000_000;

/** An image by its real path, or why it cannot be had. */
export type LibraryImage =
  | { readonly kind: 'ok'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'image-missing' | 'image-outside' | 'image-unreadable' };

/**
 * Reads an image that may lie at several places below the library's root; the first that is there counts. Links may
 * lead anywhere inside the root; FIFOs, devices and folders are unreadable, never waited for.
 */
export const readLibraryImage = (root: string, places: readonly string[]): Promise<LibraryImage> =>
  lookAt(root, places, (path) => readRegularFile(path, largestImage));

/** Whether `readLibraryImage` would find the image. */
export async function findLibraryImage(root: string, places: readonly string[]): Promise<ImageFound> {
  const found = await lookAt(root, places, async (path) => {
    const { bytes, stats } = await readHead(path, 1);
    if (stats.size > largestImage)
      throw new FailureError({ kind: 'too-large', path, size: stats.size, limit: largestImage });
    return bytes;
  });
  return found.kind === 'ok' ? 'there' : found.kind;
}

type Read = (path: string) => Promise<Uint8Array>;

async function lookAt(root: string, places: readonly string[], read: Read): Promise<LibraryImage> {
  const realRoot = await failing(root, 'read', () => realpath(root));
  for (const place of places) {
    const found = await look(realRoot, join(realRoot, ...place.split('/')), read);
    if (found.kind !== 'image-missing') return found;
  }
  return { kind: 'image-missing' };
}

async function look(root: string, path: string, read: Read): Promise<LibraryImage> {
  try {
    const real = await realpath(path);
    if (!isInside(root, real)) return { kind: 'image-outside' };
    return { kind: 'ok', path: real, bytes: await read(real) };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error) ?? ''))
      return { kind: 'image-missing' };
    // What else the file system or the reader says against it, the author is told with the image's name and line.
    if (error instanceof FailureError || errorCode(error) !== undefined) return { kind: 'image-unreadable' };
    throw error;
  }
}

/** Whether `path` lies below `folder` or is it; both are real paths. */
export function isInside(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}
