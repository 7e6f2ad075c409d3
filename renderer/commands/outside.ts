import type { OpenedPost } from '../../core/contract/post.ts';
import { listen, request } from '../api.ts';
import { currentPost, showDocument } from '../state/current-post.ts';
import type { PostDocument } from '../state/post-document.ts';
import { openPost } from './open-post.ts';
import { editor } from './surfaces.ts';

/** What other programs do to the open post's file, and what the author decides about it. */
export function hearOutside(): void {
  listen('post.changedOutside', ({ id, post }) => {
    const document = currentPost.value;
    if (document?.id.value !== id || document.hash === post?.hash) return;
    if (post !== undefined && document.clean && document.saveState.value.kind !== 'conflict')
      take(document, post);
    else document.conflict(post);
  });
  listen('post.show', (id) => void openPost(id));
}

function take(document: PostDocument, theirs: OpenedPost): void {
  const pane = editor();
  if (pane === undefined) return;
  pane.replaceFromOutside(theirs.text);
  document.replaced(pane.currentState().doc, theirs);
  showDocument(document);
}

export async function keepMine(): Promise<void> {
  await currentPost.value?.overwrite();
}

export async function takeTheirs(): Promise<void> {
  const document = currentPost.value;
  const id = document?.id.value;
  if (document === undefined || id === undefined) return;
  const answer = await request('post.open', id);
  if (answer.ok) take(document, answer.value);
}
