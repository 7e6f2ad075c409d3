import type { PostId } from '../../core/contract/post.ts';
import { nameTaken } from '../files/folder.ts';
import type { FreshPosts } from './fresh-posts.ts';
import type { HistoryKeeper } from './history-keeper.ts';
import type { Identities } from './identities.ts';
import { checkPostId, isAtOrBelow, pathInside } from './post-path.ts';
import type { PostList } from './post-list.ts';
import type { Versions } from './versions.ts';

/** What the operations on one library's posts share. They run one at a time, in the library's queue. */
export interface Shelf {
  /** Absolute path of the library's root. */
  readonly root: string;
  readonly list: PostList;
  readonly versions: Versions;
  readonly moves: Moves;
  readonly fresh: FreshPosts;
  readonly identities: Identities;
  readonly keeper: HistoryKeeper;
}

/**
 * Where posts went that this Fude, or another program under its eyes, renamed, so that a save that was under way meanwhile
 * finds its file.
 */
export class Moves {
  readonly #moves: { readonly from: string; readonly to: string }[] = [];

  /** A file or a folder has a new path below the root. */
  add(from: string, to: string): void {
    this.#moves.push({ from, to });
  }

  follow(id: PostId): PostId {
    let path: string = id;
    for (const { from, to } of this.#moves) {
      if (isAtOrBelow(path, from)) path = to + path.slice(from.length);
    }
    return path as PostId;
  }
}

/** What is known of a file or a folder goes with it to its new path below the root; its posts are the same ones. */
export async function followPath(shelf: Shelf, from: string, to: string): Promise<void> {
  shelf.moves.add(from, to);
  shelf.keeper.moved(await shelf.identities.moved(from, to));
  for (const shown of shelf.versions.shownAt(from))
    shelf.versions.move(shown, (to + shown.slice(from.length)) as PostId);
}

/** A post asked for by the window: its id as it is now and its absolute path, which stays in the library. */
export async function locate(
  shelf: Shelf,
  id: unknown,
): Promise<{ readonly id: PostId; readonly path: string }> {
  const asked = checkPostId(id);
  const path = await pathInside(shelf.root, asked);
  if (await nameTaken(path)) return { id: asked, path };
  const now = shelf.moves.follow(asked);
  return now === asked ? { id: asked, path } : { id: now, path: await pathInside(shelf.root, now) };
}
