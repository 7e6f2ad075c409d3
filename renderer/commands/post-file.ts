import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import type { Result } from '../../core/contract/failure.ts';
import { request } from '../api.ts';
import { currentPost } from '../state/current-post.ts';
import { notices, notify, notifyFailure, dismiss } from '../state/notices.ts';
import { posts, shownPosts } from '../state/posts.ts';
import { newPost, openPost, renamed, showOpened } from './open-post.ts';

export async function savePost(): Promise<void> {
  await currentPost.value?.save();
}

/** Writes the text of a post that cannot be saved to a place of the author's choice. */
export async function saveElsewhere(): Promise<void> {
  const document = currentPost.value;
  if (document === undefined) return;
  const name = document.path.value.split(/[/\\]/u).at(-1) ?? 'post.md';
  const answer = await request(
    'post.saveElsewhere',
    name === '' ? 'post.md' : name,
    document.text.sliceString(0),
  );
  if (!answer.ok) notifyFailure(answer.failure);
  else if (answer.value !== undefined) notify({ kind: 'savedElsewhere', path: answer.value });
}

/** Gives the post's folder another slug. Undefined when it is done, else what stood in the way. */
export async function renamePost(slug: string): Promise<Result<OpenedPost> | undefined> {
  const document = currentPost.value;
  return document?.between(async (id) => {
    const answer = await request('post.rename', id, slug);
    if (answer.ok) renamed(document, id, answer.value.id, answer.value.path);
    return answer;
  });
}

export async function duplicatePost(): Promise<void> {
  const answer = await currentPost.value?.between((id) => request('post.duplicate', id));
  if (answer === undefined) return;
  if (answer.ok) await openPost(answer.value.id);
  else notifyFailure(answer.failure);
}

/** Moves the post to the trash with its images and shows its neighbour; the notice has the way back. */
export async function trashPost(): Promise<void> {
  const document = currentPost.value;
  const id = document?.id.value;
  if (document === undefined || id === undefined) return;
  const shown = shownPosts.value;
  const at = shown.findIndex((post) => post.id === id);
  const next = shown[at + 1] ?? shown[at - 1];
  const answer = await document.between((post) => request('post.trash', post));
  if (answer === undefined) return;
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return;
  }
  await document.journal.leave();
  document.dispose();
  currentPost.value = undefined;
  posts.value = posts.value.filter((post) => post.id !== id);
  notify({ kind: 'trashed', ...answer.value });
  if (next === undefined || !(await openPost(next.id))) await newPost();
}

/** Brings back the post that went to the trash last, in this window. */
export async function undoTrash(ticket?: string): Promise<void> {
  const trashed = notices.value.findLast(
    ({ notice }) => notice.kind === 'trashed' && (ticket === undefined || notice.ticket === ticket),
  );
  if (trashed?.notice.kind !== 'trashed') return;
  const { notice } = trashed;
  const answer = await request('post.restore', notice.ticket);
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return;
  }
  dismiss(trashed.number);
  notify({ kind: 'restored', title: notice.title });
  await openPost(answer.value);
}

export async function showInFolder(): Promise<void> {
  const id = currentPost.value?.id.value;
  if (id !== undefined) await request('post.showInFolder', id);
}

/** Opens a UTF-8 copy of a post in another encoding; the original stays as it is. */
export async function convertToUtf8(id: PostId): Promise<void> {
  const answer = await request('post.convertToUtf8', id);
  if (answer.ok) showOpened(answer.value, undefined);
  else notifyFailure(answer.failure);
}

export async function openFolder(): Promise<void> {
  // What cannot be saved is in the journal, and comes back with the library.
  await currentPost.value?.save();
  const answer = await request('library.choose');
  if (!answer.ok) notifyFailure(answer.failure);
}

export async function openInNewWindow(): Promise<void> {
  const answer = await request('library.openInNewWindow', undefined);
  if (!answer.ok) notifyFailure(answer.failure);
}
