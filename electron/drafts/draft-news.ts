import type { DraftNews, DraftStart, EditBatch } from '../../core/contract/draft.ts';
import { FailureError } from '../failures.ts';
import { checkedEntry } from './journal-entry.ts';
import { placeNote, undoNote } from './restored-draft.ts';

/** What is kept beside the text. */
export function notesIn({ undo, place }: DraftNews): Readonly<Record<string, unknown>> {
  return { ...(undo && { [undoNote]: undo }), ...(place && { [placeNote]: place }) };
}

/** What no window of Fude asks for. */
export function refused(what: string): FailureError {
  return new FailureError({ kind: 'refused', what });
}

/** Throws for a start that is none. */
export function checkStart({ revision, text, hash }: DraftStart): void {
  const entry = checkedEntry({ kind: 'text', revision, text, hash, post: undefined });
  if (entry === undefined) throw refused('draft.begin');
}

/** The edits as the contract has them; throws for what are none. */
export function checkedBatches({ batches }: DraftNews): readonly EditBatch[] {
  return batches.map(({ revision, edits, length }) => {
    const entry = checkedEntry({ kind: 'edit', revision, edits, length });
    if (entry?.kind !== 'edit') throw refused('draft.append');
    return entry;
  });
}
