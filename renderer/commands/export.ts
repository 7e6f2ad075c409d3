import { request } from '../api.ts';
import { currentPost } from '../state/current-post.ts';
import { closeDialog, dialog } from '../state/dialogs.ts';
import { exportStep, isBlogChosen, planExport, runExport } from '../state/export.ts';
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

/**
 * The last export once more, without a question as long as there is none: what Fude would ask or say first is shown in
 * the dialog.
 */
export async function exportAgain(): Promise<void> {
  await openExport();
  const step = exportStep.value;
  if (dialog.value !== 'export' || isBlogChosen() || step.kind !== 'planned') return;
  const { files, problems } = step.plan;
  if (problems.length > 0 || files.some(({ change }) => change === 'foreign')) return;
  await runExport(step.request, false);
  if (exportStep.value.kind !== 'done') return;
  const count = files.filter(({ change }) => change !== 'same').length;
  closeDialog();
  notify({ kind: 'exportedAgain', count, folder: step.request.folder });
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
