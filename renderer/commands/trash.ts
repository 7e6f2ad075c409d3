import { signal } from '@preact/signals';
import type { PostId } from '../../core/contract/post.ts';
import { request } from '../api.ts';
import { currentPost } from '../state/current-post.ts';
import { closeDialog } from '../state/dialogs.ts';
import { dismiss, notices, notify, notifyFailure } from '../state/notices.ts';
import type { PostDocument } from '../state/post-document.ts';
import { posts, shownPosts } from '../state/posts.ts';
import { buryDeleted, buryOpenPost } from '../state/graveyard.ts';
import { beginPost, changeTo, openPost, pathOf, renamed } from './open-post.ts';
import { editor } from './surfaces.ts';
import { inTurn } from './turns.ts';

/** What went to the trash in this window, the last one last. */
const thrownAway = signal<readonly { readonly ticket: string; readonly title: string }[]>([]);

export const canUndoTrash = (): boolean => thrownAway.value.length > 0;

/**
 * Moves the post to the trash with its images and shows its neighbour; the notice has the way back. What is typed
 * meanwhile is the neighbour's.
 */
export const trashPost = (): Promise<void> =>
  inTurn('show', throwAway, () => {
    const id = currentPost.value?.id.value;
    return id === undefined ? '' : pathOf(id);
  });

async function throwAway(goesOn: () => boolean): Promise<void> {
  const document = currentPost.value;
  const id = document?.id.value;
  if (document === undefined || id === undefined) return;
  const shown = shownPosts.value;
  const at = shown.findIndex((post) => post.id === id);
  const next = shown[at + 1] ?? shown[at - 1];
  editor()?.settle();
  await buryDeleted();
  const answer = await document.between(async (post) => {
    const trashed = await request('post.trash', post);
    if (goesOn() || !trashed.ok) return trashed;
    // The author stays with this post: they have stopped waiting, which takes it back.
    await takeBack(document, post, trashed.value.ticket);
    return undefined;
  });
  if (answer === undefined || !goesOn()) return;
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return;
  }
  // What an IME or the mouse wrote meanwhile is not in the trash.
  if (!document.clean) await buryOpenPost(document.text);
  await document.journal.leave();
  document.dispose();
  currentPost.value = undefined;
  posts.value = posts.value.filter((post) => post.id !== id);
  thrownAway.value = [...thrownAway.value, answer.value];
  notify({ kind: 'trashed', ...answer.value });
  if (next === undefined || !(await changeTo(next.id, goesOn))) await beginPost(goesOn);
}

/** Puts the file of an open post back where it was; where that cannot be done, it is in the trash, and said to be gone. */
async function takeBack(document: PostDocument, post: PostId, ticket: string): Promise<void> {
  const back = await request('post.restore', ticket);
  if (!back.ok) {
    notifyFailure(back.failure);
    document.conflict(undefined);
    return;
  }
  if (back.value !== post) renamed(document, post, back.value);
  // Main follows what other programs do to it only once it has read it again.
  const opened = await request('post.open', back.value);
  if (!opened.ok) notifyFailure(opened.failure);
}

/** Brings back the post that went to the trash last, in this window. */
export async function undoTrash(): Promise<void> {
  const last = thrownAway.value.at(-1);
  if (last !== undefined) await restoreTrashed(last.ticket, last.title);
}

/** Puts a trashed post back where it was and shows it. */
export async function restoreTrashed(ticket: string, title: string): Promise<void> {
  const id = await bringBack(ticket);
  if (id === undefined) return;
  closeDialog();
  notify({ kind: 'restored', title });
  // The copy of a sync tool shows with its post, which stays where it is.
  if (!posts.value.some(({ copies }) => copies.includes(id))) await openPost(id);
}

/** Where a trashed post lies again; undefined, and said why, when it could not be put back. */
export async function bringBack(ticket: string): Promise<PostId | undefined> {
  const answer = await request('post.restore', ticket);
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return undefined;
  }
  forget(ticket);
  return answer.value;
}

/** Deletes a trashed post with its images and its history. True when it is gone. */
export async function removeForGood(ticket: string): Promise<boolean> {
  const answer = await request('trash.remove', ticket);
  if (answer.ok) forget(ticket);
  else notifyFailure(answer.failure);
  return answer.ok;
}

/** What is not in the trash any more has no way back to offer. */
function forget(ticket: string): void {
  thrownAway.value = thrownAway.value.filter((one) => one.ticket !== ticket);
  for (const { number, notice } of notices.value)
    if (notice.kind === 'trashed' && notice.ticket === ticket) dismiss(number);
}
