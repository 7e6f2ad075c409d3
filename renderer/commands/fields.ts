import type { TextEdit } from '../../core/contract/text.ts';
import { setField } from '../../core/post/front-matter-edit.ts';
import { currentPost } from '../state/current-post.ts';
import { editor } from './surfaces.ts';

export type EditableField = Parameters<typeof setField>[1];

/** Writes a field of the strip into the post's header, touching only that value; undo takes it back. */
export function changeField(name: EditableField, value: Parameters<typeof setField>[2]): void {
  const document = currentPost.value;
  if (document === undefined) return;
  const edits: readonly TextEdit[] = setField(document.text, name, value);
  if (edits.length > 0) editor()?.apply(edits, { userEvent: 'input.field' });
}
