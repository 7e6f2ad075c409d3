import type { TrashedRow } from '../../core/contract/post.ts';
import { FailureError } from '../failures.ts';
import type { Queue } from '../files/queue.ts';
import { openedPost, readPostFile } from './read-post.ts';
import type { Shelf } from './shelf.ts';
import { removeTrashed, trashedFile, trashedPosts } from './trash.ts';

/** What the window asks of the library's trash. All throw a FailureError. */
export interface TrashRequests {
  /** Newest first. */
  list(): Promise<readonly TrashedRow[]>;
  /** The text of a trashed post, `\n` between the lines; empty when it holds none. */
  read(ticket: string): Promise<string>;
  /** Deletes a trashed post for good, with its images and its history. */
  remove(ticket: string): Promise<void>;
}

/** `forget` drops what the app data has of an identity. */
export function trashRequests(
  shelf: Shelf,
  writes: Queue,
  forget: (identity: string) => Promise<void>,
): TrashRequests {
  return {
    list: () => writes.run(() => trashedPosts(shelf.root)),
    read: (ticket) =>
      writes.run(async () => {
        const { id, path } = await trashedFile(shelf.root, ticket);
        try {
          return openedPost(id, path, await readPostFile(path)).text;
        } catch (error) {
          if (error instanceof FailureError && error.failure.kind === 'missing') return '';
          throw error;
        }
      }),
    remove: (ticket) => writes.run(() => removeTrashed(shelf, ticket, forget)),
  };
}
