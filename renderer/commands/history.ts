import type { HistoryOf } from '../../core/contract/history.ts';
import type { PostId } from '../../core/contract/post.ts';
import type { TextEdit } from '../../core/contract/text.ts';
import { listen, request } from '../api.ts';
import { currentPost, currentTitle } from '../state/current-post.ts';
import { closeDialog, dialog } from '../state/dialogs.ts';
import { shownHistory } from '../state/history.ts';
import { notify, notifyFailure } from '../state/notices.ts';
import { listedTitle } from '../state/posts.ts';
import { focusText } from './focus.ts';
import { openPost, showOpened } from './open-post.ts';
import { showVersion } from './outside.ts';
import { editor } from './surfaces.ts';
import { bringBack } from './trash.ts';

/** Opens the versions of the current post, with what was typed just now among them. */
export async function openHistory(): Promise<void> {
  const document = currentPost.value;
  if (document === undefined) return;
  // Also when it cannot be saved: an older version may be what the author needs then.
  await document.save();
  const post = document.id.value;
  if (post !== undefined) showHistory({ kind: 'post', post }, currentTitle.value ?? listedTitle(post));
}

export function showHistory(of: HistoryOf, title: string): void {
  shownHistory.value = { of, title };
  dialog.value = 'history';
}

/** Makes a version the post's text, byte for byte: one step to undo, and what stood there is in the history first. */
export async function restoreVersion(of: HistoryOf, hash: string): Promise<void> {
  const post = of.kind === 'post' ? of.post : await bringBack(of.ticket);
  if (post !== undefined && (await openPost(post))) await putBack(hash);
  closeDialog();
  focusText();
}

async function putBack(hash: string): Promise<void> {
  const document = currentPost.value;
  // Undefined when the post cannot be saved: its banner says why, and nothing is given up.
  const answer = await document?.between((id) => request('history.restore', id, hash, document.hash));
  if (document === undefined || answer === undefined) return;
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return;
  }
  if (document.saveState.value.kind === 'read-only') showOpened(answer.value);
  else showVersion(document, answer.value, true);
  notify({ kind: 'versionRestored' });
}

/**
 * Brings a part of a version into the text, which must still be `before`; that is in the history afterwards. False when
 * the text is another one meanwhile.
 */
export function restorePart(before: string, edits: readonly TextEdit[]): boolean {
  const document = currentPost.value;
  const pane = editor();
  const id = document?.id.value;
  if (document === undefined || pane === undefined || id === undefined) return false;
  if (document.text.sliceString(0) !== before) return false;
  void keepBefore(id, before);
  pane.apply(edits, { userEvent: 'input.restore' });
  return true;
}

async function keepBefore(id: PostId, text: string): Promise<void> {
  const answer = await request('history.keep', id, text, 'restore');
  if (!answer.ok) notify({ kind: 'historyTrouble', failure: answer.failure });
}

export async function copyText(text: string): Promise<void> {
  const answer = await request('clipboard.write', text);
  if (answer.ok) notify({ kind: 'copied' });
  else notifyFailure(answer.failure);
}

/** Called once at the window's start. */
export function hearHistory(): void {
  listen('history.trouble', (failure) => notify({ kind: 'historyTrouble', failure }));
}
