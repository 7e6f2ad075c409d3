import {
  Annotation,
  type ChangeSet,
  type EditorState,
  type Extension,
  type Transaction,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { TextEdit } from '../../core/contract/text.ts';
import type { EditorCallbacks } from './callbacks.ts';

/** Marks a change that another program made to the file. */
export const fromOutside = Annotation.define<true>();

export function editsOf(changes: ChangeSet): TextEdit[] {
  const edits: TextEdit[] = [];
  changes.iterChanges((from, to, _fromNew, _toNew, insert) =>
    edits.push({ from, to, insert: insert.toString() }),
  );
  return edits;
}

/** Tells of edits before they are shown; to be called with all that is dispatched. */
export function announce(transactions: readonly Transaction[], { onEdit }: EditorCallbacks): void {
  for (const { docChanged, state, changes } of transactions)
    if (docChanged) onEdit({ doc: state.doc, edits: editsOf(changes), line: caretLine(state) });
}

function caretLine({ doc, selection }: EditorState): number {
  const { head } = selection.main;
  const { number, from, length } = doc.lineAt(head);
  return number + (head - from) / (length + 1);
}

/** Tells of edits and of the caret. */
export function reports({ onChange, onCaret }: EditorCallbacks): Extension {
  return EditorView.updateListener.of((update) => {
    const { state, view } = update;
    if (update.docChanged) {
      onChange({
        doc: state.doc,
        edits: editsOf(update.changes),
        composing: view.compositionStarted,
        outside: update.transactions.some((transaction) => transaction.annotation(fromOutside) === true),
      });
    }
    if (update.docChanged || update.selectionSet) onCaret(caretLine(state), update.docChanged);
  });
}
