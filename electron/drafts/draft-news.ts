import type { DraftNews, DraftStart, EditBatch, TextMark } from '../../core/contract/draft.ts';
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

/** Throws for a start that is none. A text that main reads by itself is that of some file. */
export function checkStart({ revision, text, hash, post }: DraftStart): void {
  const entry = checkedEntry({ kind: 'text', revision, text: text ?? '', hash, post: undefined });
  const isSomewhere = text !== undefined || (hash !== undefined && post !== undefined);
  if (entry === undefined || !isSomewhere) throw refused('draft.begin');
}

/** The edits as the contract has them; throws for what are none. */
export function checkedBatches({ batches }: DraftNews): readonly EditBatch[] {
  return batches.map(({ revision, edits, length }) => {
    const entry = checkedEntry({ kind: 'edit', revision, edits, length });
    if (entry?.kind !== 'edit') throw refused('draft.append');
    return entry;
  });
}

/** What the window says of a text of its own; throws for what is none. */
export function checkedMark({ revision, length, sum }: TextMark): TextMark {
  if (![revision, length, sum].every((value) => Number.isSafeInteger(value))) throw refused('draft.save');
  return { revision, length, sum };
}
