import { FailureError } from '../failures.ts';
import { patience, within } from '../files/patience.ts';
import type { Queue } from '../files/queue.ts';
import { convertToUtf8, duplicatePost } from './copy-post.ts';
import { createPost } from './create-post.ts';
import { isIdentity, newIdentity } from './identities.ts';
import type { LibraryWatch } from './library-watch.ts';
import { openPost } from './open-post.ts';
import type { PostRequests } from './post-requests.ts';
import { renamePost, settleSlug } from './rename-post.ts';
import { overwritePost, savePost } from './save-post.ts';
import type { Search } from './search.ts';
import { locate, type Shelf } from './shelf.ts';
import { storeImage } from './store-image.ts';
import { restorePost, trashPost } from './trash.ts';

/**
 * The requests about one library's posts. All that touch a post run one after the other in the queue of its writes, so
 * a save and a rename never overlap; the list is told when it shows something else afterwards.
 */
export function requestsOf(
  shelf: Shelf,
  writes: Queue,
  search: Search,
  watch: LibraryWatch,
  tellList: () => void,
): PostRequests {
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await writes.run(work);
    } finally {
      tellList();
    }
  };

  /** A file that does not answer holds up its reader, and what is to be written for a moment only. */
  const open: PostRequests['open'] = (id) =>
    new Promise((resolve, reject) => {
      const turn = inTurn(async () => {
        const opening = openPost(shelf, id);
        opening.then(resolve, reject);
        await within(patience, opening);
      });
      turn.catch(reject);
    });

  const saveWhereItIs: PostRequests['save'] = async (id, text, hash) => {
    try {
      return await savePost(shelf, id, text, hash);
    } catch (error) {
      const isMissing = error instanceof FailureError && error.failure.kind === 'missing';
      if (!isMissing || !(await watch.follow(shelf, (await locate(shelf, id)).id))) throw error;
      return savePost(shelf, id, text, hash);
    }
  };

  const save: PostRequests['save'] = (id, text, hash) =>
    inTurn(async () => {
      checkText(text, 'post.save');
      try {
        const saved = await saveWhereItIs(id, text, hash);
        // The row follows on its own; the author waits for the bytes only.
        watch.hear((await locate(shelf, id)).id);
        return saved;
      } catch (error) {
        // The author decides between the two versions, so the window needs the other one.
        if (error instanceof FailureError && error.failure.kind === 'changed-outside') {
          await watch.tellVersion(shelf, (await locate(shelf, id)).id);
        }
        throw error;
      }
    });

  const overwrite: PostRequests['overwrite'] = (id, text) =>
    inTurn(async () => {
      checkText(text, 'post.overwrite');
      const saved = await overwritePost(shelf, id, text);
      await shelf.list.look((await locate(shelf, id)).id);
      return saved;
    });

  return {
    list: () => Promise.resolve(shelf.list.posts),
    search: async (query) => {
      checkText(query, 'library.search');
      return search.find(query);
    },
    open,
    create: (text, date, draft) =>
      inTurn(async () => {
        checkText(text, 'post.create');
        const post = await createPost(shelf, text, date, isIdentity(draft) ? draft : newIdentity());
        await shelf.list.look(post.id);
        return post;
      }),
    save,
    overwrite,
    rename: (id, slug) =>
      inTurn(async () => {
        checkText(slug, 'post.rename');
        return renamePost(shelf, id, slug);
      }),
    settleSlug: (id, title) =>
      inTurn(async () => {
        checkText(title, 'post.settleSlug');
        return settleSlug(shelf, id, title);
      }),
    duplicate: (id) => inTurn(() => duplicatePost(shelf, id)),
    trash: (id) => inTurn(() => trashPost(shelf, id)),
    restore: (ticket) => inTurn(() => restorePost(shelf, ticket)),
    convertToUtf8: (id) => inTurn(() => convertToUtf8(shelf, id)),
    storeImage: (id, name, bytes) =>
      inTurn(async () => {
        checkText(name, 'post.storeImage');
        if (!(bytes instanceof Uint8Array))
          throw new FailureError({ kind: 'refused', what: 'post.storeImage' });
        return storeImage(shelf, id, name, bytes);
      }),
  };
}

function checkText(value: unknown, request: string): void {
  if (typeof value !== 'string') throw new FailureError({ kind: 'refused', what: request });
}
