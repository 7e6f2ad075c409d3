import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PostId, SavedPost } from '../../core/contract/post.ts';
import { encodeText } from '../../core/post/line-ends.ts';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { copyOneFile, nameTaken, syncFile } from '../files/folder.ts';
import { sha256 } from '../files/hash.ts';
import { hasNul, largestPost, readPostFile, type PostFile } from './read-post.ts';
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
  return writeVersion(shelf, id, path, encode(path, text, file), file.hash);
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
    return writeVersion(shelf, id, path, limited(path, new TextEncoder().encode(text)), undefined);
  }
  const file = await readPostFile(path);
  if (file.decoded?.text === text) {
    await syncFile(path);
    return known(shelf, id, file.hash);
  }
  await copyOneFile(path, await freeNameBeside(path));
  const writable = file.decoded !== undefined && !hasNul(file.decoded);
  const bytes = writable ? encode(path, text, file) : limited(path, new TextEncoder().encode(text));
  return writeVersion(shelf, id, path, bytes, file.hash);
}

async function writeVersion(
  shelf: Shelf,
  id: PostId,
  path: string,
  bytes: Uint8Array,
  replaces: string | undefined,
): Promise<SavedPost> {
  const hash = sha256(bytes);
  shelf.versions.attempt(id, hash);
  const beforeReplace = async (): Promise<void> => {
    if ((await readPostFile(path)).hash !== replaces)
      throw new FailureError({ kind: 'changed-outside', path });
  };
  const options = replaces === undefined ? { create: true } : { beforeReplace };
  await writeFileAtomic(path, bytes, options);
  return known(shelf, id, hash);
}

function known(shelf: Shelf, id: PostId, hash: string): SavedPost {
  shelf.versions.know(id, hash);
  return { hash, savedAt: Date.now() };
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
  const [, stem = path, ending = ''] = /^(.*)(\.[^.]+)$/s.exec(path) ?? [];
  for (let number = 1; ; number += 1) {
    const name = `${stem}.outside-${String(number)}${ending}~`;
    if (!(await nameTaken(name))) return name;
  }
}
