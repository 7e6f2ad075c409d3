import { diff } from '@codemirror/merge';
import { isolateHistory } from '@codemirror/commands';
import { Transaction, type ChangeSpec, type EditorState, type TransactionSpec } from '@codemirror/state';
import { fromOutside } from './reports.ts';

/** Milliseconds after which a rough comparison has to do. */
const patience = 200;
/** Changed characters in one place beyond which it is replaced whole: the time that they cost grows by their square. */
const scanLimit = 1000;

function differences(before: string, after: string): ChangeSpec[] {
  return diff(before, after, { timeout: patience, scanLimit }).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: after.slice(fromB, toB),
  }));
}

/**
 * The transaction that makes the text what another program wrote, changing only what differs, so that caret and
 * scroll stay. Undo then takes back the author's edits around it and never goes below it, unless it is `undoable`:
 * then it is one step of its own, for an author who chose it over edits of theirs.
 */
export function outsideEdit(state: EditorState, text: string, undoable: boolean): TransactionSpec {
  return {
    changes: differences(state.doc.toString(), text),
    annotations: [
      fromOutside.of(true),
      undoable ? isolateHistory.of('full') : Transaction.addToHistory.of(false),
      Transaction.userEvent.of('outside'),
    ],
    // A read-only post shows what is on disk, too.
    filter: false,
  };
}
