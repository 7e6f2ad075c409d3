import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DraftKept, DraftNews, DraftStart, EditBatch } from '../../core/contract/draft.ts';
import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import { FailureError, failing } from '../failures.ts';
import { isIdentity } from './identities.ts';
import { checkedEntry } from './journal-entry.ts';
import { Journal, journalPath, readJournal } from './journal.ts';
import { checkPostId } from './post-path.ts';
import { placeNote, restoredDraft, undoNote } from './restored-draft.ts';
import type { Shelf } from './shelf.ts';

/**
 * The journals of one library's posts, by identity. Those of posts that are open, or that were left unsaved, lie in one
 * folder, so that a start after a crash has few to read; those of posts that were left saved keep their undo in another.
 */
export class Drafts {
  /** Journals of posts that are open or unsaved. */
  readonly openFolder: string;
  readonly #leftFolder: string;
  readonly #shelf: Shelf;
  readonly #open = new Map<string, Journal>();
  readonly #recovered = new Set<string>();

  /** `folder` lies in the app data. */
  constructor(folder: string, shelf: Shelf) {
    this.openFolder = join(folder, 'open');
    this.#leftFolder = join(folder, 'left');
    this.#shelf = shelf;
  }

  /** Answers the identity. What was in the journal is replaced in one step, so no moment is without the newest text. */
  async begin(start: DraftStart, news: DraftNews): Promise<string> {
    const { draft, revision, text, hash } = start;
    const identity = await this.#identityFor(start.post, draft);
    const post = this.#shelf.identities.postOf(identity);
    const journal = this.#open.get(identity) ?? new Journal(this.openFolder, identity);
    this.#open.set(identity, journal);
    checkStart(start);
    if ((await journal.begin({ revision, text, hash, post }, checkedBatches(news))) === 'resync')
      throw new FailureError({ kind: 'refused', what: 'draft.begin' });
    await this.#note(identity, journal, news);
    await rm(journalPath(this.#leftFolder, identity), { force: true });
    return identity;
  }

  async append(identity: unknown, news: DraftNews): Promise<DraftKept> {
    const journal = isIdentity(identity) ? this.#open.get(identity) : undefined;
    if (!isIdentity(identity) || !journal) return 'resync';
    const batches = checkedBatches(news);
    if (batches.length > 0 && (await journal.append(...batches)) === 'resync') return 'resync';
    await this.#note(identity, journal, news);
    return journal.isLong ? 'long' : 'kept';
  }

  /** A journal that holds unsaved text stays where the next start looks. */
  async leave(identity: unknown): Promise<void> {
    const journal = isIdentity(identity) ? this.#open.get(identity) : undefined;
    if (!isIdentity(identity) || !journal) return;
    this.#open.delete(identity);
    const { isSaved } = journal;
    await journal.close();
    if (isSaved) await this.#putAside(identity);
  }

  /** The post with what its journal knows of it. */
  async restore(opened: OpenedPost): Promise<OpenedPost> {
    const { identities } = this.#shelf;
    if (opened.readOnly !== undefined || !identities.has(opened.id)) return opened;
    const identity = await identities.of(opened.id);
    const live = await readJournal(this.openFolder, identity);
    const entries = live.length > 0 ? live : await readJournal(this.#leftFolder, identity);
    const draft = restoredDraft(entries, opened);
    // A post that was left is opened again where its window kept it, which is newer than its journal.
    const wasOpen = this.#recovered.delete(identity) || live.length > 0;
    return { ...opened, draft: draft && { ...draft, place: wasOpen ? draft.place : undefined } };
  }

  /** The journal of a post that was open at the last end holds all that its file holds now. */
  async recovered(identity: string): Promise<void> {
    await this.#putAside(identity);
    this.#recovered.add(identity);
  }

  async #putAside(identity: string): Promise<void> {
    const to = journalPath(this.#leftFolder, identity);
    await failing(to, 'write', async () => {
      await mkdir(dirname(to), { recursive: true });
      await rename(journalPath(this.openFolder, identity), to);
    });
  }

  /** Ends all journals; their files stay. */
  async close(): Promise<void> {
    const journals = [...this.#open.values()];
    this.#open.clear();
    for (const journal of journals) await journal.close();
  }

  async #identityFor(post: PostId | undefined, draft: string | undefined): Promise<string> {
    const { identities, moves } = this.#shelf;
    if (post !== undefined) {
      const asked = checkPostId(post);
      return identities.of(identities.has(asked) ? asked : moves.follow(asked));
    }
    if (isIdentity(draft)) return draft;
    throw new FailureError({ kind: 'refused', what: 'draft.begin' });
  }

  async #note(identity: string, journal: Journal, { saved, undo, place }: DraftNews): Promise<void> {
    if (saved) {
      const post = this.#shelf.identities.postOf(identity);
      if (post !== undefined) await journal.moved(post);
      await journal.saved(saved.revision, saved.hash);
    }
    if (undo) await journal.note(undoNote, undo);
    if (place) await journal.note(placeNote, place);
  }
}

function checkStart({ revision, text, hash }: DraftStart): void {
  const entry = checkedEntry({ kind: 'text', revision, text, hash, post: undefined });
  if (entry === undefined) throw new FailureError({ kind: 'refused', what: 'draft.begin' });
}

function checkedBatches({ batches }: DraftNews): readonly EditBatch[] {
  return batches.map(({ revision, edits, length }) => {
    const entry = checkedEntry({ kind: 'edit', revision, edits, length });
    if (entry?.kind !== 'edit') throw new FailureError({ kind: 'refused', what: 'draft.append' });
    return entry;
  });
}
