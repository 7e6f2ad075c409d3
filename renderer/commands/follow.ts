import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { textEdited } from '../state/current-post.ts';
import { settings } from '../state/session.ts';
import { editor, preview } from './surfaces.ts';

/** What follows an edit, in the same task: the state is not "saved" any more, and the preview shows it. */
export function editorChanged(change: { readonly doc: TextSource; readonly edits: readonly TextEdit[]; readonly caretLine: number }): void {
  textEdited(change.doc, change.edits);
  preview()?.edit(change.doc, change.edits);
  if (settings.value.scrollSync) preview()?.revealLine(change.caretLine);
}

/** One side's first visible line becomes the other's. */
export function editorScrolled(line: number): void {
  if (settings.value.scrollSync) preview()?.scrollToLine(line);
}

export function previewScrolled(line: number): void {
  if (settings.value.scrollSync) editor()?.scrollToLine(line);
}
