import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import type { UnfiledPost } from '../../core/contract/restored-draft.ts';
import { FailureError } from '../failures.ts';
import { RecordLog } from '../files/record-log.ts';
import { isUnsaved, replay, type Draft, type JournalEntry } from './draft.ts';
import type { Drafts } from './drafts.ts';
import { encodeEntry } from './journal-entry.ts';
import type { FoundJournal } from './journal-places.ts';
import { journalPath } from './journal-files.ts';
import type { PostRequests } from './post-requests.ts';
import { restoredDraft, wasText } from './restored-draft.ts';
import type { Shelf } from './shelf.ts';

/** What recovery works with. */
interface Desk {
  readonly shelf: Shelf;
  readonly drafts: Drafts;
  /** What it does with files, in the queue of the library's writes. */
  readonly requests: Pick<PostRequests, 'open' | 'create' | 'save' | 'overwrite'>;
  /** Keeps which post was open; resolves when it is on the disk. */
  readonly keepOpen: (post: PostId) => Promise<void>;
  readonly today: string;
}

/** A journal that was brought back. */
interface Recovered {
  /** Undefined when there was nothing in it. */
  readonly post: PostId | undefined;
  /** A file holds all of it. */
  readonly isSaved: boolean;
}

/**
 * Brings back what a crash left unsaved: a post without a file gets one, a file that is as the author knew it is saved.
 * A file that changed meanwhile is left for the author to compare. Answers the post that was open, if there is a journal
 * that says so; one for which no file can be made now is answered whole. A failure leaves its journal for the next start
 * and never throws.
 */
export async function recoverDrafts(desk: Desk): Promise<PostId | UnfiledPost | undefined> {
  const { drafts, keepOpen } = desk;
  await drafts.close();
  const shown: { unsaved?: PostId | UnfiledPost; saved?: PostId } = {};
  // A journal is put aside when its post is left, but a power cut may undo that: the one that was begun last was open.
  const unfinished = [...(await drafts.unfinished())].toSorted(([, a], [, b]) => a.generation - b.generation);
  const saved: [identity: string, found: FoundJournal][] = [];
  for (const [identity, found] of unfinished) {
    const draft = replay(found.entries);
    if (!draft) continue;
    try {
      const { post, isSaved } = await recoverOne(desk, identity, found, draft);
      if (post !== undefined) shown[isUnsaved(draft) ? 'unsaved' : 'saved'] = post;
      if (isSaved) saved.push([identity, found]);
    } catch (error) {
      // The disk may let it be done another time; the window shows the text and says why it is not saved.
      if (!(error instanceof FailureError)) throw error;
      const post = desk.shelf.identities.postOf(identity) ?? draft.post;
      const open = post ?? unfiled(identity, found);
      if (open !== undefined) shown.unsaved = open;
    }
  }
  const open = shown.unsaved ?? shown.saved;
  // A power cut right after this start must find the same post open, so it is kept before the journals that say so go.
  if (typeof open === 'string') await ifPossible(() => keepOpen(open));
  for (const [identity, found] of saved) await ifPossible(() => drafts.recovered(identity, found));
  return open;
}

/** What fails here costs no text, and the next start tries again. */
async function ifPossible(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
  }
}

/** The window goes on with it as with a new post, and asks for a file again and again. */
function unfiled(identity: string, { entries }: FoundJournal): UnfiledPost | undefined {
  const restored = restoredDraft(entries, { text: '', hash: undefined });
  return restored?.unsavedSince && { draft: identity, restored };
}

async function recoverOne(
  desk: Desk,
  identity: string,
  found: FoundJournal,
  draft: Draft,
): Promise<Recovered> {
  const { shelf, drafts, requests, today } = desk;
  const { entries } = found;
  const path = journalPath(found.folder, identity);
  const post = shelf.identities.postOf(identity) ?? draft.post ?? (await unnamed(desk, entries));
  if (post === undefined) {
    if (draft.text === '') {
      await drafts.remove(identity);
      return { post, isSaved: false };
    }
    const created = await requests.create(draft.text, today, identity);
    await noteSaved(path, created.id, draft.revision, created.hash);
    return { post: created.id, isSaved: true };
  }
  if (shelf.identities.postOf(identity) === undefined) await shelf.identities.assign(post, identity);
  if (isUnsaved(draft)) {
    const hash = await filedHash(desk, post, entries, draft);
    if (hash === undefined) return { post, isSaved: false };
    await noteSaved(path, post, draft.revision, hash);
  }
  return { post, isSaved: true };
}

/** The hash of the file once it holds the draft; undefined when it changed meanwhile and the author has to say. */
async function filedHash(
  { requests }: Desk,
  post: PostId,
  entries: readonly JournalEntry[],
  draft: Draft,
): Promise<string | undefined> {
  const opened = await openIfThere(requests, post);
  if (opened === undefined) return (await requests.overwrite(post, draft.text)).hash;
  const since = restoredDraft(entries, opened)?.unsavedSince;
  if (since === undefined) return opened.hash;
  if (since.hash !== opened.hash || opened.readOnly !== undefined) return undefined;
  return (await requests.save(post, draft.text, opened.hash)).hash;
}

async function openIfThere(requests: Desk['requests'], post: PostId): Promise<OpenedPost | undefined> {
  try {
    return await requests.open(post);
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'missing') return undefined;
    throw error;
  }
}

/** The post that was made from this draft right before the crash, before it was noted whose file it is. */
async function unnamed(
  { shelf, requests }: Desk,
  entries: readonly JournalEntry[],
): Promise<PostId | undefined> {
  const unknown = shelf.list.posts.filter(
    ({ id }) => !shelf.identities.has(id) && /^(?:.*\/)?\d{4}-\d\d-\d\d(?:-\d+)?(?:\/index)?\.md$/.test(id),
  );
  for (const { id } of unknown) {
    const opened = await openIfThere(requests, id);
    if (opened !== undefined && opened.text !== '' && wasText(entries, opened.text)) return id;
  }
  return undefined;
}

async function noteSaved(path: string, post: PostId, revision: number, hash: string): Promise<void> {
  const { log } = await RecordLog.open(path);
  try {
    await log.append(encodeEntry({ kind: 'post', post }), encodeEntry({ kind: 'saved', revision, hash }));
  } finally {
    await log.close();
  }
}
