import { ChangeSet, type Text } from '@codemirror/state';
import type { TextEdit } from '../../core/contract/text.ts';

/**
 * The text after an edit that was made to another copy of it, which is `length` long since then. Undefined when the two
 * copies were not the same.
 */
export function mirrored(text: Text, edits: readonly TextEdit[], length: number): Text | undefined {
  if (edits.some(({ from, to }) => from > to || to > text.length)) return undefined;
  const after = ChangeSet.of([...edits], text.length).apply(text);
  return after.length === length ? after : undefined;
}
