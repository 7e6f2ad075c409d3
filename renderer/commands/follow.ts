import type { PostChange, PostEdit } from '../editor/callbacks.ts';
import { currentPost, textEdited } from '../state/current-post.ts';
import { settings } from '../state/session.ts';
import { followCaret, reviewEdit } from './review.ts';
import { editor, preview } from './surfaces.ts';

/** The preview shows an edit while the editor does, and the block under the caret stays visible in it. */
export function editorEdits({ doc, edits, line }: PostEdit): void {
  preview()?.edit(doc, edits, settings.value.scrollSync ? line : undefined);
}

/** What follows an edit, in the same task: the state is not "saved" any more. */
export function editorChanged({ doc, edits, outside }: PostChange): void {
  // What came from the disk is there already.
  if (!outside) textEdited(doc, edits);
  reviewEdit(edits);
}

/** The block under the caret stays visible in the preview. */
export function caretMoved(line: number, edited: boolean): void {
  currentPost.value?.journal.moved();
  followCaret();
  if (settings.value.scrollSync && !edited) preview()?.revealLine(line);
}

/** One side's first visible line becomes the other's. */
export function editorScrolled(line: number): void {
  if (settings.value.scrollSync) preview()?.scrollToLine(line);
}

/** A preview that comes later than the text begins where the text is. */
export function alignPreview(): void {
  const line = editor()?.topVisibleLine() ?? 1;
  if (line >= 2) editorScrolled(line);
}

export function previewScrolled(line: number): void {
  if (settings.value.scrollSync) editor()?.scrollToLine(line);
}
