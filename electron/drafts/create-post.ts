import { rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedPost } from '../../core/contract/post.ts';
import { errorCode } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { makeFolder } from '../files/folder.ts';
import { sha256 } from '../files/hash.ts';
import { newPlaces, takePlace, type NewPlace } from './new-place.ts';
import { limited } from './save-post.ts';
import type { Shelf } from './shelf.ts';

/** Makes the file of a new post. Nothing that exists is touched, and a failure leaves no empty folder behind. */
export async function createPost(
  shelf: Shelf,
  text: string,
  date: string,
  identity: string,
): Promise<OpenedPost> {
  const bytes = limited(shelf.root, new TextEncoder().encode(text));
  const { id } = await takePlace(newPlaces(shelf.root, date), async (place) => {
    await write(shelf, place, bytes);
    return place;
  });
  const hash = sha256(bytes);
  shelf.versions.know(id, hash);
  await shelf.identities.assign(id, identity);
  await shelf.fresh.add(id);
  await shelf.keeper.created(id, { bytes, hash, length: text.length });
  return { id, text, hash, path: join(shelf.root, id), readOnly: undefined, draft: undefined };
}

async function write({ root }: Shelf, { id, ownFolder }: NewPlace, bytes: Uint8Array): Promise<void> {
  if (ownFolder !== undefined) await makeFolder(join(root, ownFolder));
  try {
    await writeFileAtomic(join(root, id), bytes, { create: true });
  } catch (error) {
    if (ownFolder !== undefined) await removeIfEmpty(join(root, ownFolder));
    throw error;
  }
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    // Somebody put something in, or the disk is gone; what the caller hears of matters more.
    if (errorCode(error) === undefined) throw error;
  }
}
