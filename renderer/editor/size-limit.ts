import { EditorState, StateEffect, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { byteLength } from '../../core/post/post-size.ts';
import type { EditorCallbacks } from './callbacks.ts';

/** An edit was not made; `size` in bytes is what the post would have got. */
const refused = StateEffect.define<{ readonly size: number }>();

/** UTF-8 takes no more bytes for one of the units in which a text's length is told. */
const bytesAtMost = 3;

/**
 * Refuses an edit whole that would make the post larger than `limit` bytes: text, caret and selection stay. Undo, redo and
 * what comes from the disk pass, and so does what makes a post smaller that is too large already.
 */
export function sizeLimit({ onTooLarge }: Pick<EditorCallbacks, 'onTooLarge'>, limit: number): Extension {
  return [
    EditorState.transactionFilter.of((transaction) => {
      if (transaction.changes.newLength * bytesAtMost <= limit) return transaction;
      if (!transaction.docChanged) return transaction;
      const size = byteLength(transaction.newDoc);
      if (size <= limit || size <= byteLength(transaction.startState.doc)) return transaction;
      return { effects: refused.of({ size }) };
    }),
    EditorView.updateListener.of(({ transactions }) => {
      for (const { effects } of transactions)
        for (const effect of effects) if (effect.is(refused)) onTooLarge(effect.value.size, limit);
    }),
  ];
}
