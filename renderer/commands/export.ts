import { needsYes } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { request } from '../api.ts';
import { currentPost } from '../state/current-post.ts';
import { closeDialog, dialog } from '../state/dialogs.ts';
import { exportStep, planExport, runExport } from '../state/export.ts';
import { readExported } from '../state/exported.ts';
import { notify, notifyFailure } from '../state/notices.ts';
import { readWhatChanged } from '../state/what-changed.ts';
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
  if (dialog.value !== 'export' || step.kind !== 'planned') return;
  const { files, problems } = step.plan;
  if (problems.length > 0 || files.some(({ change }) => needsYes(change))) return;
  await runExport(step.request, false);
  if (exportStep.value.kind !== 'done') return;
  const count = files.filter(({ change }) => change !== 'same').length;
  closeDialog();
  notify({ kind: 'exportedAgain', count, folder: step.request.folder });
}

/** Takes back the last export into this folder, or the latest one of the library. */
export async function undoExport(folder?: string): Promise<void> {
  const answer = await request('export.undo', folder);
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return;
  }
  if (dialog.value === 'export') closeDialog();
  notify({ kind: 'exportUndone', undone: answer.value });
  await readExported();
}

/** Shows how a post differs from what was exported last; the open one is saved first. */
export async function showWhatChanged(id?: PostId): Promise<void> {
  const document = currentPost.value;
  const wanted = id ?? document?.id.value;
  if (wanted === undefined) return;
  if (document?.id.value === wanted && !(await document.save())) return;
  await readWhatChanged(wanted);
  dialog.value = 'whatChanged';
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
