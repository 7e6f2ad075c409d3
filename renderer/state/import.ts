import { signal } from '@preact/signals';
import type { Failure } from '../../core/contract/failure.ts';
import type { ImportReport } from '../../core/contract/import.ts';
import { listen, request } from '../api.ts';
import { closeDialog, dialog } from './dialogs.ts';

/** Where an import stands; `share` is 0 to 1 of the file. */
export type ImportStep =
  | { readonly kind: 'reading'; readonly file: string; readonly share: number }
  | { readonly kind: 'done'; readonly report: ImportReport }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const importStep = signal<ImportStep>({ kind: 'reading', file: '', share: 0 });

/** Whether an answer is awaited: the last word of progress may arrive behind it. */
let running = false;

/** Called once at the window's start. */
export function hearImport(): void {
  listen('import.progress', ({ file, done, total }) => {
    if (!running) return;
    importStep.value = { kind: 'reading', file, share: done / Math.max(1, total) };
    dialog.value = 'import';
  });
}

/** Asks for a file and imports it; its dialog opens once a file is chosen. */
export async function importPosts(): Promise<void> {
  running = true;
  const answer = await request('library.import');
  running = false;
  if (!answer.ok) importStep.value = { kind: 'failed', failure: answer.failure };
  else if (answer.value === undefined) return;
  else importStep.value = { kind: 'done', report: answer.value };
  dialog.value = 'import';
}

/** Closing the dialog calls off what is under way; what is imported stays. */
export async function leaveImport(): Promise<void> {
  if (importStep.value.kind === 'reading') await request('library.callOffImport');
  else closeDialog();
}
