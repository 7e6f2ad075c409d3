import { request } from '../api.ts';
import type { PostId } from '../../core/contract/post.ts';
import { currentPost } from '../state/current-post.ts';
import { notify, notifyFailure } from '../state/notices.ts';

/** The whole post on paper, as its page prints. */
export async function printPost(): Promise<void> {
  const id = await savedPost();
  const answer = id && (await request('export.print', id));
  if (answer?.ok === false) notifyFailure(answer.failure);
}

export async function savePdf(): Promise<void> {
  const id = await savedPost();
  const answer = id && (await request('export.pdf', id));
  if (answer?.ok === false) notifyFailure(answer.failure);
  else if (answer?.value !== undefined) notify({ kind: 'pdfSaved', path: answer.value });
}

/** What is on disk is printed, so the current text is saved first. */
async function savedPost(): Promise<PostId | undefined> {
  const document = currentPost.value;
  return document !== undefined && (await document.save()) ? document.id.value : undefined;
}
