import { EditorState, type ChangeSpec, type Extension } from '@codemirror/state';

/**
 * Drops the NUL characters of a paste. A file that holds one is what a crash of another program leaves, so Fude opens it
 * read-only; no text of the author's may become one.
 */
export const noNul: Extension = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged) return transaction;
  const found: ChangeSpec[] = [];
  transaction.changes.iterChanges((_fromBefore, _toBefore, from, _to, inserted) => {
    // Texts of one character are most of what is typed; longer ones are looked through once.
    const text = inserted.sliceString(0);
    for (let at = text.indexOf('\0'); at >= 0; at = text.indexOf('\0', at + 1))
      found.push({ from: from + at, to: from + at + 1 });
  });
  return found.length === 0 ? transaction : [transaction, { changes: found, sequential: true }];
});
