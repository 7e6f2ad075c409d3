import { request } from '../api.ts';
import { closeDialog, dialog } from '../state/dialogs.ts';
import { buryDeleted } from '../state/graveyard.ts';
import { notifyFailure } from '../state/notices.ts';
import { focusText } from './focus.ts';
import { editor } from './surfaces.ts';

/** Opens the list of deleted texts, with what was deleted just now among them. */
export async function openGraveyard(): Promise<void> {
  editor()?.settle();
  await buryDeleted();
  dialog.value = 'graveyard';
}

/** Puts a deleted text in at the caret; undo takes it out again. */
export async function insertDeleted(id: string): Promise<void> {
  const answer = await request('graveyard.read', id);
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return;
  }
  closeDialog();
  editor()?.insertAtCaret(answer.value);
  focusText();
}
