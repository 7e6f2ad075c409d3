import { Annotation, type ChangeSet, type Extension } from '@codemirror/state';
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
    if (update.docChanged || update.selectionSet) {
      const { head } = state.selection.main;
      const { number, from, length } = state.doc.lineAt(head);
      onCaret(number + (head - from) / (length + 1), head);
    }
  });
}
