import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PostId } from '../../core/contract/post.ts';
import { numbered } from '../../core/post/file-name.ts';
import type { PostHome } from '../drafts/engine.ts';
import { FailureError, errorCode, failing, failureOf } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { copyOneFile, makeFolder, moveTo, nameTaken } from '../files/folder.ts';
import { readRegularFile } from '../files/read.ts';

export interface Placed {
  readonly kind: 'imported' | 'same';
  readonly id: PostId;
}

/** An image to be copied beside the post: its absolute path, and its name there. */
export interface ImageBeside {
  readonly from: string;
  readonly name: string;
}

/**
 * Puts a post into the library under the first of `name`, `name-2`, `name-3`… that is free, with its images or not at
 * all. A post that is there already with the same text is left as it is. Nothing that exists is touched.
 */
export async function placePost(
  root: string,
  { folder, shape }: PostHome,
  post: { readonly name: string; readonly text: string },
  images: readonly ImageBeside[],
): Promise<Placed> {
  const bytes = new TextEncoder().encode(post.text);
  const home = join(root, folder);
  await failing(home, 'write', () => mkdir(home, { recursive: true }));
  for (let number = 1; ; number += 1) {
    const name = shape === 'folder' ? numbered(post.name, number) : `${numbered(post.name, number)}.md`;
    const file = shape === 'folder' ? `${name}/index.md` : name;
    const id = (folder === '' ? file : `${folder}/${file}`) as PostId;
    const path = join(home, name);
    if (await nameTaken(path)) {
      if (await isThere(join(root, id), bytes)) return { kind: 'same', id };
      continue;
    }
    try {
      if (shape === 'folder') await makeWhole(path, bytes, images);
      else await writeFileAtomic(path, bytes, { create: true });
      return { kind: 'imported', id };
    } catch (error) {
      // Somebody took the name at this moment.
      if (failureOf(error).kind !== 'exists') throw error;
    }
  }
}

/** Makes the folder under a name that is no post's, and gives it its own when all is in it. */
async function makeWhole(path: string, bytes: Uint8Array, images: readonly ImageBeside[]): Promise<void> {
  const hidden = `.fude-${String(process.pid)}-${randomBytes(6).toString('hex')}.tmp`;
  const temporary = join(dirname(path), hidden);
  try {
    await makeFolder(temporary);
    for (const { from, name } of images) await copyOneFile(from, join(temporary, name));
    await writeFileAtomic(join(temporary, 'index.md'), bytes, { create: true });
    await moveTo(temporary, path);
  } catch (error) {
    await removeLeftover(temporary);
    throw error;
  }
}

async function isThere(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return (await readRegularFile(path, bytes.length)).equals(bytes);
  } catch (error) {
    // Another file, a folder without a post, one closed to us: not this post in any case.
    if (error instanceof FailureError) return false;
    throw error;
  }
}

async function removeLeftover(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
  } catch (error) {
    // The disk is gone; the first error says more.
    if (errorCode(error) === undefined) throw error;
  }
}
