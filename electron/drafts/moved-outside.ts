import type { PostId } from '../../core/contract/post.ts';
import { FailureError } from '../failures.ts';
import { pathInside } from './post-path.ts';
import { readPostFile } from './read-post.ts';
import { followPath, type Shelf } from './shelf.ts';

/**
 * Where another program has moved a post that the window was given: the same file with the bytes that the window knows,
 * at a place where no post was known before the list was read anew. Its journal and its history go there with it. Runs in
 * the queue of the writes.
 */
export async function followMove(shelf: Shelf, from: PostId): Promise<PostId | undefined> {
  try {
    const to = shelf.list.movedTo(from);
    if (to === undefined || shelf.identities.has(to) || shelf.versions.shownAt(to).length > 0)
      return undefined;
    const { hash } = await readPostFile(await pathInside(shelf.root, to));
    if (!shelf.versions.isKnown(from, hash)) return undefined;
    await followPath(shelf, from, to);
    await shelf.fresh.remove(from);
    return to;
  } catch (error) {
    // What cannot be read now is no post that could be shown: the one before is gone.
    if (!(error instanceof FailureError)) throw error;
    return undefined;
  }
}
