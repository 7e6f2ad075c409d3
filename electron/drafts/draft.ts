import type { EditBatch } from '../../core/contract/draft.ts';
import type { PostId } from '../../core/contract/post.ts';
import type { TextEdit } from '../../core/contract/text.ts';
import { withEdits } from '../../core/post/text-edits.ts';

/** The whole text at one revision. */
export interface DraftText {
  readonly revision: number;
  readonly text: string;
  /** Where its file lies; undefined before it has one. */
  readonly post: PostId | undefined;
  /** Hash of the file's bytes that hold exactly this text; undefined when no file does. */
  readonly hash: string | undefined;
}

/** What a journal tells of a post. */
export interface Draft {
  readonly text: string;
  readonly revision: number;
  readonly post: PostId | undefined;
  /** The newest version that was on disk. */
  readonly saved: { readonly revision: number; readonly hash: string } | undefined;
  /** Caret, scroll, undo: the newest value of each name, as the window gave it. */
  readonly notes: Readonly<Record<string, unknown>>;
}

/** Whether the window had text that no file holds. */
export function isUnsaved({ revision, saved }: Draft): boolean {
  return saved === undefined || saved.revision < revision;
}

/** One record of a journal, in the order they were written. */
export type JournalEntry =
  | ({ readonly kind: 'text' } & DraftText)
  | ({ readonly kind: 'edit' } & EditBatch)
  | { readonly kind: 'saved'; readonly revision: number; readonly hash: string }
  | { readonly kind: 'post'; readonly post: PostId }
  | { readonly kind: 'note'; readonly name: string; readonly value: unknown };

/** The length of a text of this length after the edits, or undefined when they do not fit it. */
export function lengthAfter(length: number, edits: readonly TextEdit[]): number | undefined {
  let end = 0;
  let after = length;
  for (const { from, to, insert } of edits) {
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < end || to < from || to > length)
      return undefined;
    end = to;
    after += insert.length - (to - from);
  }
  return after;
}

/**
 * The draft after the entries, in order. An entry that was applied already (by its revision) changes nothing, so telling
 * anything twice is harmless; from the first that does not fit what came before, nothing is taken any more.
 */
export function replay(entries: Iterable<JournalEntry>): Draft | undefined {
  let draft: Draft | undefined;
  for (const state of states(entries)) draft = state;
  return draft;
}

/** The draft after each of the entries, one after the other. */
export function* states(entries: Iterable<JournalEntry>): Generator<Draft> {
  let draft: Draft | undefined;
  for (const entry of entries) {
    draft = applied(draft, entry);
    if (draft === undefined) return;
    yield draft;
  }
}

function applied(draft: Draft | undefined, entry: JournalEntry): Draft | undefined {
  if (entry.kind === 'text') {
    const { text, revision, post, hash } = entry;
    return {
      text,
      revision,
      post,
      saved: hash === undefined ? undefined : { revision, hash },
      notes: draft?.notes ?? {},
    };
  }
  if (!draft) return undefined;
  switch (entry.kind) {
    case 'edit':
      return afterEdits(draft, entry);
    case 'saved':
      if (entry.revision > draft.revision) return undefined;
      if (draft.saved && entry.revision < draft.saved.revision) return draft;
      return { ...draft, saved: { revision: entry.revision, hash: entry.hash } };
    case 'post':
      return { ...draft, post: entry.post };
    case 'note':
      return { ...draft, notes: { ...draft.notes, [entry.name]: entry.value } };
  }
}

function afterEdits(draft: Draft, { revision, edits, length }: EditBatch): Draft | undefined {
  if (revision <= draft.revision) return draft;
  if (revision !== draft.revision + 1 || lengthAfter(draft.text.length, edits) !== length) return undefined;
  return { ...draft, revision, text: withEdits(draft.text, edits) };
}
