import type { FiledText, RestoredDraft } from '../../core/contract/restored-draft.ts';
import type { PostPlace } from '../../core/contract/post-place.ts';
import { isUnsaved, replay, states, type Draft, type JournalEntry } from './draft.ts';

/** Names of the notes in a journal (`JournalEntry`). */
export const undoNote = 'undo';
export const placeNote = 'place';

/**
 * What a journal gives back to a post whose file holds `file` now. Undefined when it has nothing to give: the author
 * left the post saved, and its file is another one since.
 */
export function restoredDraft(entries: readonly JournalEntry[], file: FiledText): RestoredDraft | undefined {
  const draft = replay(entries);
  if (!draft) return undefined;
  const isFiled = draft.text === file.text;
  if (!isFiled && !isUnsaved(draft)) return undefined;
  const { text, undo, edits } = undoIn(entries, draft);
  const place = placeFrom(draft.notes[placeNote]);
  return { text, undo, edits, place, unsavedSince: isFiled ? undefined : baseOf(entries, draft, file) };
}

/** The newest text that a file held. A save may have been the last thing before a crash, and not be noted. */
function baseOf(entries: readonly JournalEntry[], draft: Draft, file: FiledText): FiledText {
  if (wasText(entries, file.text)) return file;
  const { saved } = draft;
  if (saved) return { text: textAt(entries, saved.revision) ?? '', hash: saved.hash };
  const [first] = states(entries);
  return { text: first?.text ?? '', hash: undefined };
}

/** Whether the author's text was this one at any time of the journal. */
export function wasText(entries: readonly JournalEntry[], text: string): boolean {
  for (const state of states(entries)) if (state.text === text) return true;
  return false;
}

function textAt(entries: readonly JournalEntry[], revision: number): string | undefined {
  for (const state of states(entries)) if (state.revision >= revision) return state.text;
  return undefined;
}

/** The newest undo history, its text, and what was edited after it; without one, the edits from the start on. */
function undoIn(
  entries: readonly JournalEntry[],
  draft: Draft,
): Pick<RestoredDraft, 'text' | 'undo' | 'edits'> {
  const [first = draft] = states(entries);
  const kept = undoFrom(draft.notes[undoNote]);
  const fits = kept !== undefined && kept.revision >= first.revision && kept.revision <= draft.revision;
  const from = fits ? kept.revision : first.revision;
  const edits = entries.flatMap((entry) =>
    entry.kind === 'edit' && entry.revision > from && entry.revision <= draft.revision ? [entry.edits] : [],
  );
  return { text: textAt(entries, from) ?? draft.text, undo: fits ? kept.history : undefined, edits };
}

function undoFrom(note: unknown): { readonly revision: number; readonly history: string } | undefined {
  if (typeof note !== 'object' || note === null) return undefined;
  const { revision, history } = note as Record<string, unknown>;
  return typeof revision === 'number' && typeof history === 'string' ? { revision, history } : undefined;
}

function placeFrom(note: unknown): PostPlace | undefined {
  if (typeof note !== 'object' || note === null) return undefined;
  const { anchor, head, scroll } = note as Record<string, unknown>;
  const isPlace = [anchor, head, scroll].every((value) => Number.isFinite(value));
  return isPlace ? { anchor: Number(anchor), head: Number(head), scroll: Number(scroll) } : undefined;
}
