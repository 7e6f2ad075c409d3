import type { PostId } from '../../core/contract/post.ts';
import { request } from '../api.ts';
import { comparedCopy, currentCopies } from '../state/copies.ts';
import { currentPost } from '../state/current-post.ts';
import { closeDialog, dialog } from '../state/dialogs.ts';
import { notify, notifyFailure } from '../state/notices.ts';
import { openPost } from './open-post.ts';
import { replaceText } from './outside.ts';

/** Shows the first copy of a post (the open one unless told) side by side with it. */
export async function compareCopy(id?: PostId): Promise<void> {
  if (id !== undefined && !(await openPost(id))) return;
  const [copy] = currentCopies.value;
  if (copy === undefined) return;
  const answer = await request('post.open', copy);
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return;
  }
  comparedCopy.value = answer.value;
  dialog.value = 'conflictCopy';
}

/** Gives the post this text, and when that is safe on the disk, moves the copy to the trash. */
export async function settleCopy(text: string): Promise<void> {
  const document = currentPost.value;
  const copy = comparedCopy.value;
  closeDialog();
  if (document === undefined || copy === undefined) return;
  replaceText(document, text);
  // A post that cannot be saved has its banner; the copy stays where it is.
  if (!(await document.save())) return;
  const answer = await request('post.trash', copy.id);
  if (answer.ok) notify({ kind: 'trashed', ...answer.value });
  else notifyFailure(answer.failure);
}
