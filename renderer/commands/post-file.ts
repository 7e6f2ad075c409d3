import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import type { Result } from '../../core/contract/failure.ts';
import { request } from '../api.ts';
import { currentPost } from '../state/current-post.ts';
import { notify, notifyFailure } from '../state/notices.ts';
import { openPost, renamed, showOpened } from './open-post.ts';

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

export async function showInFolder(): Promise<void> {
  const id = currentPost.value?.id.value;
  if (id !== undefined) await request('post.showInFolder', id);
}

/** Opens a UTF-8 copy of a post in another encoding; the original stays as it is. */
export async function convertToUtf8(id: PostId): Promise<void> {
  const answer = await request('post.convertToUtf8', id);
  if (answer.ok) showOpened(answer.value);
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
