import { request } from '../api.ts';
import { currentPost } from '../state/current-post.ts';
import { dialog } from '../state/dialogs.ts';
import { planExport } from '../state/export.ts';
import { notify, notifyFailure } from '../state/notices.ts';
import { settleSlug } from './open-post.ts';

/** Opens the export dialog on what is on disk, so the current text is saved first. */
export async function openExport(): Promise<void> {
  const document = currentPost.value;
  if (document === undefined || !(await document.save())) return;
  await settleSlug();
  const id = document.id.value;
  if (id === undefined) return;
  dialog.value = 'export';
  await planExport(id);
}

export async function copyHtml(): Promise<void> {
  const document = currentPost.value;
  if (document === undefined || !(await document.save())) return;
  const id = document.id.value;
  if (id === undefined) return;
  const answer = await request('export.copyFragment', id);
  if (answer.ok) notify({ kind: 'copiedHtml' });
  else notifyFailure(answer.failure);
}
