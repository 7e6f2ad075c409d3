import type { TextEdit } from '../../core/contract/text.ts';
import type { JournalEntry } from './draft.ts';
import { checkPostId } from './post-path.ts';
import { FailureError } from '../failures.ts';

/** An entry as a record. JSON keeps halves of surrogate pairs, which UTF-8 alone would not. */
export function encodeEntry(entry: JournalEntry): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(entry));
}

/** The entries of the records, up to the first that is none; later versions may know more kinds. */
export function* decodeEntries(records: Iterable<Uint8Array>): Generator<JournalEntry> {
  for (const record of records) {
    const entry = entryFrom(record);
    if (!entry) return;
    yield entry;
  }
}

function entryFrom(record: Uint8Array): JournalEntry | undefined {
  try {
    return checkedEntry(JSON.parse(new TextDecoder().decode(record)) as unknown);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof FailureError) return undefined;
    throw error;
  }
}

/** An entry that came from elsewhere, or undefined for what is none. Throws for a post's id that is none. */
export function checkedEntry(value: unknown): JournalEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const {
    kind,
    revision,
    text,
    post,
    hash,
    edits,
    length,
    name,
    value: note,
  } = value as Record<string, unknown>;
  switch (kind) {
    case 'text':
      if (!isCount(revision) || typeof text !== 'string' || !isHash(hash)) return undefined;
      return { kind, revision, text, hash, post: post === undefined ? undefined : checkPostId(post) };
    case 'edit':
      if (!isCount(revision) || !isCount(length) || !isEdits(edits)) return undefined;
      return { kind, revision, length, edits };
    case 'saved':
      return isCount(revision) && typeof hash === 'string' ? { kind, revision, hash } : undefined;
    case 'post':
      return { kind, post: checkPostId(post) };
    case 'note':
      return typeof name === 'string' ? { kind, name, value: note } : undefined;
    default:
      return undefined;
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isHash = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string';

function isEdits(value: unknown): value is readonly TextEdit[] {
  return (
    Array.isArray(value) &&
    value.every((edit: unknown) => {
      if (typeof edit !== 'object' || edit === null) return false;
      const { from, to, insert } = edit as Record<string, unknown>;
      return isCount(from) && isCount(to) && typeof insert === 'string';
    })
  );
}
