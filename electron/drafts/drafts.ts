import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { DraftBegun, DraftKept, DraftNews, DraftStart, TextMark } from '../../core/contract/draft.ts';
import type { Failure } from '../../core/contract/failure.ts';
import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import { FailureError, failing } from '../failures.ts';
import { checkStart, checkedBatches, checkedMark, notesIn, refused } from './draft-news.ts';
import { filedText, idNow, identityFor } from './draft-post.ts';
import type { DraftText } from './draft.ts';
import { patience, within } from '../files/patience.ts';
import { refuseNewer } from '../files/record-log.ts';
import { isIdentity } from './identities.ts';
import { JournalPlaces, generationNote, type FoundJournal } from './journal-places.ts';
import { journalPath, readJournal } from './journal-files.ts';
import { Journal } from './journal.ts';
import { restoredDraft } from './restored-draft.ts';
import type { Shelf } from './shelf.ts';
import { thinJournals } from './thin-journals.ts';

/** A journal that is being written. */
interface OpenJournal {
  readonly journal: Journal;
  readonly folder: string;
  /** When it was begun, in milliseconds of a clock that only goes forward. */
  readonly since: number;
}

/**
 * The journals of one library's posts, by identity. Those of posts that are open, or that were left unsaved, lie in one
 * folder, so that a start after a crash has few to read; those of posts that were left saved keep their undo in another.
 * When the app data cannot be written, the open ones lie in a spare folder until it can be again.
 */
export class Drafts {
  readonly #places: JournalPlaces;
  readonly #leftFolder: string;
  readonly #shelf: Shelf;
  readonly #returnAfter: number;
  readonly #open = new Map<string, OpenJournal>();
  readonly #recovered = new Set<string>();
  /** Higher than that of any journal there is; a clock that was set back must not make an old copy the newest. */
  #generation = Date.now();

  /** `folder` lies in the app data; `returnAfter`: milliseconds between attempts to go back there. */
  constructor(folder: string, spares: readonly string[], shelf: Shelf, returnAfter = 5000) {
    this.#places = new JournalPlaces(join(folder, 'open'), spares);
    this.#leftFolder = join(folder, 'left');
    this.#shelf = shelf;
    this.#returnAfter = returnAfter;
  }

  /** Answers the identity. What was in the journal is replaced in one step, so no moment is without the newest text. */
  async begin(start: DraftStart, news: DraftNews): Promise<DraftBegun | 'resync'> {
    const { draft, revision, hash } = start;
    const identity = await identityFor(this.#shelf, start.post, draft);
    const post = this.#shelf.identities.postOf(identity);
    checkStart(start);
    const text = start.text ?? (await filedText(this.#shelf, start));
    if (text === undefined) return 'resync';
    const begun = await this.#beginSomewhere(identity, { revision, text, hash, post }, news);
    if (news.saved) await this.#noteSaved(identity, begun.journal, news.saved);
    await this.#forgetCopies(identity, begun.folder);
    return { draft: identity, elsewhere: begun.elsewhere };
  }

  /** A journal that cannot be written any more begins anew, in the first folder that takes it. */
  async append(identity: unknown, news: DraftNews): Promise<DraftKept> {
    const open = isIdentity(identity) ? this.#open.get(identity) : undefined;
    if (!isIdentity(identity) || !open) return 'resync';
    const { journal } = open;
    const batches = checkedBatches(news);
    try {
      if (await this.#mayReturn(open)) return 'resync';
      if (batches.length > 0 && (await journal.append(...batches)) === 'resync') return 'resync';
      if (news.saved) await this.#noteSaved(identity, journal, news.saved);
      for (const [name, value] of Object.entries(notesIn(news))) await journal.note(name, value);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return 'resync';
    }
    return journal.isLong ? 'long' : 'kept';
  }

  /** The text that the window means, when the journal of this very post has it. */
  async textAt(identity: unknown, post: PostId, mark: TextMark): Promise<string | undefined> {
    const open = isIdentity(identity) ? this.#open.get(identity) : undefined;
    const isOwner =
      isIdentity(identity) && this.#shelf.identities.postOf(identity) === idNow(this.#shelf, post);
    return isOwner ? open?.journal.textAt(checkedMark(mark)) : undefined;
  }

  /** A journal that holds unsaved text stays where the next start looks. */
  async leave(identity: unknown): Promise<void> {
    const open = isIdentity(identity) ? this.#open.get(identity) : undefined;
    if (!isIdentity(identity) || !open) return;
    this.#open.delete(identity);
    const { isSaved } = open.journal;
    await open.journal.close();
    if (isSaved) await this.#putAside(identity, open.folder);
  }

  /** The post with what its journal knows of it. */
  async restore(opened: OpenedPost): Promise<OpenedPost> {
    const { identities } = this.#shelf;
    if (opened.readOnly !== undefined || !identities.has(opened.id)) return opened;
    const identity = await identities.of(opened.id);
    const live = await this.#places.journal(identity);
    const entries = live?.entries ?? (await readJournal(this.#leftFolder, identity));
    const draft = restoredDraft(entries, opened);
    // A post that was left is opened again where its window kept it, which is newer than its journal.
    const wasOpen = this.#recovered.delete(identity) || live !== undefined;
    return { ...opened, draft: draft && { ...draft, place: wasOpen ? draft.place : undefined } };
  }

  /** What the last end left open, by identity. */
  async unfinished(): Promise<ReadonlyMap<string, FoundJournal>> {
    const found = await this.#places.journals();
    for (const { generation } of found.values())
      this.#generation = Math.max(this.#generation, generation + 1);
    return found;
  }

  /** The journal of a post that was open at the last end holds all that its file holds now. */
  async recovered(identity: string, { folder }: FoundJournal): Promise<void> {
    await this.#putAside(identity, folder);
    this.#recovered.add(identity);
  }

  /** Nothing in the journal is worth keeping. */
  async remove(identity: string): Promise<void> {
    await this.#places.removeCopies(identity, undefined);
  }

  async #putAside(identity: string, folder: string): Promise<void> {
    const copies = this.#places.removeCopies(identity, folder).then(() => 'removed');
    // Where it is, the next start finds it and tries again.
    if ((await within(patience, copies)) === undefined) return;
    await this.#places.moveAway(identity, folder, journalPath(this.#leftFolder, identity));
  }

  /** A post of this identity is gone for good, its undo history with it. */
  async removeAll(identity: string): Promise<void> {
    await this.leave(identity);
    await this.remove(identity);
    const left = journalPath(this.#leftFolder, identity);
    await failing(left, 'write', () => rm(left, { force: true }));
  }

  /** Drops what is too old or too much of the undo of posts that were left; never unsaved words. */
  async thin(): Promise<void> {
    await thinJournals(this.#leftFolder, Date.now());
  }

  /** Ends all journals; their files stay. */
  async close(): Promise<void> {
    const journals = [...this.#open.values()];
    this.#open.clear();
    for (const { journal } of journals) await journal.close();
  }

  async #beginSomewhere(
    identity: string,
    start: DraftText,
    news: DraftNews,
  ): Promise<OpenJournal & Pick<DraftBegun, 'elsewhere'>> {
    const batches = checkedBatches(news);
    const before = this.#open.get(identity);
    let failure: Failure | undefined;
    for (const folder of this.#places.all) {
      const journal = before?.folder === folder ? before.journal : new Journal(folder, identity);
      try {
        await this.#places.prepare(folder);
        const notes = { ...notesIn(news), [generationNote]: (this.#generation += 1) };
        if ((await journal.begin(start, batches, notes)) === 'resync') throw refused('draft.begin');
      } catch (error) {
        if (!(error instanceof FailureError) || error.failure.kind === 'refused') throw error;
        failure ??= error.failure;
        continue;
      }
      if (before !== undefined && before.journal !== journal) await before.journal.close();
      const open = { journal, folder, since: performance.now() };
      this.#open.set(identity, open);
      return { ...open, elsewhere: failure && { folder, failure } };
    }
    throw new FailureError(failure ?? { kind: 'refused', what: 'draft.begin' });
  }

  /** Older copies cost room only: the newest is known by its generation, and the next start removes them. */
  async #forgetCopies(identity: string, folder: string): Promise<void> {
    try {
      // One of them may lie in a library that does not answer.
      if (folder === this.#places.own) await within(patience, this.#places.removeCopies(identity, folder));
      const left = journalPath(this.#leftFolder, identity);
      await refuseNewer(left);
      await failing(left, 'write', () => rm(left, { force: true }));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
    }
  }

  /** Whether a journal in a spare folder can lie in the app data again; looked into now and then. */
  async #mayReturn({ folder, since, journal }: OpenJournal): Promise<boolean> {
    if (folder === this.#places.own || performance.now() - since < this.#returnAfter) return false;
    return this.#places.ownWorks(journal.size);
  }

  async #noteSaved(
    identity: string,
    journal: Journal,
    saved: NonNullable<DraftNews['saved']>,
  ): Promise<void> {
    const post = this.#shelf.identities.postOf(identity);
    if (post !== undefined) await journal.moved(post);
    await journal.saved(saved.revision, saved.hash);
  }
}
