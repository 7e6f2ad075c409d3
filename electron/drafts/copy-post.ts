import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import { FailureError, errorCode } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { copyFolder, copyOneFile, moveTo } from '../files/folder.ts';
import { readForeign } from './encoding.ts';
import { openPost } from './open-post.ts';
import { hasNul, readPostFile } from './read-post.ts';
import { limited } from './save-post.ts';
import { locate, type Shelf } from './shelf.ts';
import { freePath, idInside, renamedPath, unitName, unitOf, type Unit } from './unit.ts';

/** Copies a post byte for byte, with its images, to `NAME-2` (`-3`…) beside it, and opens the copy. */
export async function duplicatePost(shelf: Shelf, asked: PostId): Promise<OpenedPost> {
  const { id } = await locate(shelf, asked);
  const unit = await unitOf(shelf.root, id);
  const isFresh = shelf.fresh.has(id);
  // `2026-11-22-2` is the second new post of its day, so its copy is the third.
  const base = isFresh
    ? renamedPath(unit, unitName(unit).replace(/^(\d{4}-\d{2}-\d{2})-\d+$/, '$1'))
    : unit.path;
  const to = await freePath(shelf.root, base, 2);
  const copy = await copyUnit(shelf, unit, to, id, () => Promise.resolve());
  if (isFresh) await shelf.fresh.add(copy);
  return openPost(shelf, copy);
}

/**
 * Copies a post that is in another encoding, with its images, to `NAME-utf8` beside it, its text as UTF-8, and opens the
 * copy. The post itself stays as it is. `not-utf8` when the encoding cannot be told.
 */
export async function convertToUtf8(shelf: Shelf, asked: PostId): Promise<OpenedPost> {
  const { id, path } = await locate(shelf, asked);
  const { bytes, decoded } = await readPostFile(path);
  const { encoding, text } =
    decoded === undefined ? readForeign(bytes) : utf16WithoutMark(bytes, hasNul(decoded));
  if (encoding === undefined) throw new FailureError({ kind: 'not-utf8', path });
  const utf8 = limited(path, new TextEncoder().encode(text));
  const unit = await unitOf(shelf.root, id);
  const to = await freePath(shelf.root, renamedPath(unit, `${unitName(unit)}-utf8`));
  const copy = await copyUnit(shelf, unit, to, id, (file) => writeFileAtomic(file, utf8));
  return openPost(shelf, copy);
}

/** Western text in UTF-16 without a mark is UTF-8 as well, with a NUL in every second byte. */
function utf16WithoutMark(bytes: Uint8Array, nul: boolean): { encoding: string | undefined; text: string } {
  if (!nul || bytes.length % 2 !== 0) return { encoding: undefined, text: '' };
  const encoding = bytes[0] === 0 ? 'utf-16be' : 'utf-16le';
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') || text.includes('\uFFFD')
    ? { encoding: undefined, text: '' }
    : { encoding, text };
}

/** Copies under a name that is no post's and takes the wanted one when all is there, so half a copy is never seen. */
async function copyUnit(
  { root, list }: Shelf,
  unit: Unit,
  to: string,
  id: PostId,
  change: (file: string) => Promise<void>,
): Promise<PostId> {
  const hidden = `.fude-${String(process.pid)}-${randomBytes(6).toString('hex')}.tmp`;
  const temporary = join(root, dirname(to), hidden);
  try {
    if (unit.kind === 'folder') await copyFolder(join(root, unit.path), temporary);
    else await copyOneFile(join(root, unit.path), temporary);
    await change(unit.kind === 'folder' ? join(temporary, basename(id)) : temporary);
    await moveTo(temporary, join(root, to));
  } catch (error) {
    await removeLeftover(temporary);
    throw error;
  }
  await list.look(to);
  return idInside(unit, to, id);
}

async function removeLeftover(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
  } catch (error) {
    // The disk is gone; the first error says more.
    if (errorCode(error) === undefined) throw error;
  }
}
