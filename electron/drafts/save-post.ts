import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PostId, SavedPost, Shrunk } from '../../core/contract/post.ts';
import { suffixed } from '../../core/post/file-name.ts';
import { encodeText } from '../../core/post/line-ends.ts';
import { largestPost } from '../../core/post/post-size.ts';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { copyOneFile, nameTaken, syncFile } from '../files/folder.ts';
import { sha256 } from '../files/hash.ts';
import { hasNul, readPostFile, type PostFile } from './read-post.ts';
import { locate, type Shelf } from './shelf.ts';

/**
 * Writes the text as a new version of the file whose bytes have this hash; byte order mark and line ends stay as they
 * are there. `changed-outside` when the disk has other bytes, also when they come while the new ones are being written.
 */
export async function savePost(shelf: Shelf, asked: PostId, text: string, hash: string): Promise<SavedPost> {
  const { id, path } = await locate(shelf, asked);
  const file = await readPostFile(path);
  if (file.decoded?.text === text) {
    // Nothing to write. An earlier save may have failed after its bytes took their place, so they are flushed again.
    await syncFile(path);
    return known(shelf, id, file.hash);
  }
  const isBase = file.hash === hash || shelf.versions.wasAttempted(id, file.hash);
  if (!isBase) throw new FailureError({ kind: 'changed-outside', path });
  const shrunk = await shelf.keeper.beforeSave(id, file, text);
  const bytes = encode(path, text, file);
  return writeVersion(shelf, { id, path, bytes, length: text.length, replaces: file, shrunk });
}

/**
 * Writes the text whatever the disk has. Another version there is kept beside first, under a name that neither Fude nor
 * a blog engine takes for a post; a file that is gone is made again, its folder too, but not the library.
 */
export async function overwritePost(shelf: Shelf, asked: PostId, text: string): Promise<SavedPost> {
  const { id, path } = await locate(shelf, asked);
  if (!(await nameTaken(path))) {
    if (!(await nameTaken(shelf.root))) throw new FailureError({ kind: 'missing', path: shelf.root });
    await failing(path, 'write', () => mkdir(dirname(path), { recursive: true }));
    const bytes = limited(path, new TextEncoder().encode(text));
    const made = { bytes, length: text.length, replaces: undefined, shrunk: undefined };
    return writeVersion(shelf, { id, path, ...made });
  }
  const file = await readPostFile(path);
  if (file.decoded?.text === text) {
    await syncFile(path);
    return known(shelf, id, file.hash);
  }
  await copyOneFile(path, await freeNameBeside(path));
  const writable = file.decoded !== undefined && !hasNul(file.decoded);
  const bytes = writable ? encode(path, text, file) : limited(path, new TextEncoder().encode(text));
  const next = { bytes, length: text.length, replaces: file, shrunk: undefined };
  return writeVersion(shelf, { id, path, ...next });
}

interface NextVersion {
  readonly id: PostId;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Characters of the text that they are. */
  readonly length: number;
  /** What the disk has; undefined when nothing is there. */
  readonly replaces: PostFile | undefined;
  readonly shrunk: Shrunk | undefined;
}

/** Puts bytes into a post's file in place of those that were read, and tells the history of both. */
export async function writeVersion(
  shelf: Shelf,
  { id, path, bytes, length, replaces, shrunk }: NextVersion,
): Promise<SavedPost> {
  const hash = sha256(bytes);
  shelf.versions.attempt(id, hash);
  const beforeReplace = async (): Promise<void> => {
    if ((await readPostFile(path)).hash !== replaces?.hash)
      throw new FailureError({ kind: 'changed-outside', path });
  };
  await writeFileAtomic(path, bytes, replaces === undefined ? { create: true } : { beforeReplace });
  await shelf.keeper.saved(id, { bytes, hash, length }, replaces);
  return known(shelf, id, hash, shrunk);
}

function known(shelf: Shelf, id: PostId, hash: string, shrunk?: Shrunk): SavedPost {
  shelf.versions.know(id, hash);
  return { hash, savedAt: Date.now(), shrunk };
}

function encode(path: string, text: string, { decoded }: PostFile): Uint8Array {
  if (decoded === undefined) throw new FailureError({ kind: 'not-utf8', path });
  return limited(path, encodeText(text, decoded));
}

/** A post that could not be opened again is not written. */
export function limited(path: string, bytes: Uint8Array): Uint8Array {
  if (bytes.length <= largestPost) return bytes;
  throw new FailureError({ kind: 'too-large', path, size: bytes.length, limit: largestPost });
}

/** `index.outside-1.md~`: engines leave out names that end so, and it is no `.md` file for Fude either. */
async function freeNameBeside(path: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const beside = join(dirname(path), suffixed(basename(path), `.outside-${String(number)}`, '~'));
    if (!(await nameTaken(beside))) return beside;
  }
}
