import type { DraftElsewhere, DraftNews, EditBatch } from '../../core/contract/draft.ts';
import type { Failure, Result } from '../../core/contract/failure.ts';
import type { PostId, SavedPost } from '../../core/contract/post.ts';
import type { PostPlace } from '../../core/contract/post-place.ts';
import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { request } from '../api.ts';
import { newDraft } from './new-draft.ts';
import { sumOfText } from './sum-of-text.ts';

/** A text that a file holds, and which one of the window's revisions it is. */
export interface FiledRevision {
  readonly text: TextSource;
  /** Undefined for the empty text of a post without a file. */
  readonly hash: string | undefined;
  readonly revision: number;
}

/** A text of the window and the hash of the version it grew from, both of one moment. */
interface TextToSave {
  readonly text: TextSource;
  readonly hash: string;
}

/** A save of what main holds: which text of the window that is, and how it went. */
interface HeldSave extends TextToSave {
  readonly revision: number;
  readonly answer: Promise<Result<SavedPost | 'resync'>>;
}

/** Where the edits go; `nowhere` when no folder takes a journal, which is tried again and again. */
export type JournalState =
  | { readonly kind: 'kept' }
  | ({ readonly kind: 'elsewhere' } & DraftElsewhere)
  | { readonly kind: 'nowhere'; readonly failure: Failure };

/** What is kept beside the text; asked for when typing rests and when the post is left, never at a key. */
export interface JournalNotes {
  undo(): string;
  place(): PostPlace;
}

/** Milliseconds from an edit to the message that takes it to main; the next edit does not put it off. */
const gathering = 250;
/** Milliseconds without an edit after which the undo history is kept, too. */
const rest = 1000;
/** Characters of a history from which on it is kept once in so many edits: until then those edits bring it back. */
const largeUndo = 100_000;
const manyEdits = 300;
/** Milliseconds that a save waits for the journal at most. */
const patience = 1000;
/** Milliseconds until a journal that could not be written is tried again. */
const retryAfter = 2000;
/** Milliseconds between questions whether a journal that lies elsewhere can go back. */
const returnAfter = 5000;

/**
 * Tells main every edit of one post, so that it is on the disk before it is saved. An edit costs its own size here; the
 * whole text goes over only when a journal begins. The edits since the last save stay here as well: whatever goes wrong,
 * the journal begins anew from the text that the file holds, with them behind it.
 */
export class PostJournal {
  readonly #post: () => PostId | undefined;
  readonly #notes: JournalNotes;
  readonly #onState: (state: JournalState) => void;
  #draft: string;
  #filed: FiledRevision;
  #since: EditBatch[] = [];
  #revision: number;
  #keptRevision: number;
  #undoRevision: number;
  #undoLength = 0;
  #saved: DraftNews['saved'];
  /** Main has a journal of this post. */
  #begun = false;
  /** It has to begin (anew) before anything can be added to it. */
  #mustBegin = true;
  /** Main's text was not the window's once: it is not asked for again. */
  #drifted = false;
  #isLong = false;
  #place: PostPlace | undefined;
  #elsewhere: DraftElsewhere | undefined;
  #returning: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(
    post: () => PostId | undefined,
    filed: FiledRevision,
    notes: JournalNotes,
    onState: (state: JournalState) => void,
  ) {
    this.#post = post;
    this.#notes = notes;
    this.#onState = onState;
    this.#filed = filed;
    this.#revision = this.#keptRevision = this.#undoRevision = filed.revision;
    this.#draft = newDraft();
  }

  /** Names the journal of a post that has no file yet. */
  get draft(): string {
    return this.#draft;
  }

  /** The text that the file holds, as far as the window knows. */
  get filed(): FiledRevision {
    return this.#filed;
  }

  /** Called in the task of the edit; `length` is that of the text afterwards. */
  edited(revision: number, edits: readonly TextEdit[], length: number): void {
    this.#since.push({ revision, edits, length });
    this.#revision = revision;
    this.#schedule(gathering);
  }

  /** The caret or the view moved. */
  moved(): void {
    if (this.#begun) this.#schedule(gathering);
  }

  /** A file holds this revision now. */
  saved(filed: FiledRevision & { readonly hash: string }): void {
    const { revision, hash } = filed;
    this.#filed = filed;
    // Edits that main has not heard of are in the file; a journal that misses them begins anew from it.
    if (this.#keptRevision < revision) this.#mustBegin = true;
    this.#since = this.#since.filter((batch) => batch.revision > revision);
    this.#saved = { revision, hash };
    this.#schedule(gathering);
  }

  /** The text became another one than edits made it; a journal that was begun begins anew. */
  replaced(filed: FiledRevision): void {
    this.#filed = filed;
    this.#revision = filed.revision;
    this.#since = [];
    this.#mustBegin = true;
    if (this.#begun) this.#schedule(gathering);
  }

  /**
   * Saves the text out of main's own, so that no key pays for its length: only its edits went over, and their sum is compared.
   * Undefined when main does not hold it (in time); then the whole text has to be handed over.
   */
  async save(id: PostId, now: () => TextToSave): Promise<HeldSave | undefined> {
    let isLate = false;
    const step = this.#queue.then(async (): Promise<HeldSave | undefined> => {
      const { text, hash } = now();
      const revision = this.#revision;
      await this.#tellNow(false);
      const sum = await sumOfText(text);
      // Nothing is told meanwhile, so main still has that very text when it hears of the save.
      const isHeld = this.#begun && !this.#mustBegin && !this.#drifted && this.#keptRevision === revision;
      if (isLate || this.#ended || !isHeld) return undefined;
      const mark = { revision, length: text.length, sum };
      return { text, hash, revision, answer: request('draft.save', this.#draft, id, mark, hash) };
    });
    this.#queue = step.then(() => undefined);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
    const held = await Promise.race([step, late]);
    isLate = true;
    return held;
  }

  /** Main's text is not the window's: the journal begins anew from what the window has. */
  drifted(): void {
    this.#drifted = true;
    this.#mustBegin = true;
  }

  /** Resolves when the journal has every edit made so far, so that no file is ever newer; a dead disk is not waited for. */
  async ahead(): Promise<void> {
    const late = new Promise<void>((resolve) => setTimeout(resolve, patience));
    await Promise.race([this.#tell(false), late]);
  }

  /** Hands over all there is, the undo history too. */
  flush(): Promise<void> {
    return this.#tell(true);
  }

  /** The post is left: its journal is put aside. Nothing is told afterwards. */
  async leave(): Promise<void> {
    if (this.#begun || this.#since.length > 0) await this.flush();
    this.dispose();
    if (this.#begun) await request('draft.leave', this.#draft);
  }

  dispose(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#returning);
  }

  #schedule(after: number): void {
    if (this.#ended) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#tell(false);
    }, after);
  }

  #tell(withUndo: boolean): Promise<void> {
    this.#queue = this.#queue.then(() => this.#tellNow(withUndo));
    return this.#queue;
  }

  async #tellNow(withUndo: boolean): Promise<void> {
    if (this.#ended) return;
    if (withUndo && this.#isLong) this.#mustBegin = true;
    const revision = this.#revision;
    const isNew = this.#mustBegin;
    const isUndoDue = isNew || (withUndo && revision !== this.#undoRevision);
    const undo = isUndoDue ? { revision, history: this.#notes.undo() } : undefined;
    const batches = isNew ? this.#since : this.#since.filter((batch) => batch.revision > this.#keptRevision);
    const saved = isNew ? undefined : this.#saved;
    this.#saved = undefined;
    if (isNew && batches.length === 0 && !this.#begun) return;
    const place = this.#notes.place();
    const isMoved = !samePlace(place, this.#place);
    // A journal that lies elsewhere is told in any case, so that it comes back.
    const isSilent = !isNew && batches.length === 0 && saved === undefined && undo === undefined && !isMoved;
    if (isSilent && this.#elsewhere === undefined) return;
    const news: DraftNews = { batches, saved, undo, place: isNew || isMoved ? place : undefined };
    const failure = isNew ? await this.#begin(news) : await this.#append(news);
    if (failure !== undefined) {
      this.#mustBegin = true;
      this.#onState({ kind: 'nowhere', failure });
      this.#schedule(retryAfter);
      return;
    }
    if (this.#elsewhere !== undefined) this.#askToReturn();
    if (this.#mustBegin) {
      this.#schedule(0);
      return;
    }
    this.#keptRevision = Math.max(this.#keptRevision, revision);
    this.#place = place;
    if (undo) {
      this.#undoRevision = revision;
      this.#undoLength = undo.history.length;
    } else if (this.#isUndoWorthKeeping) this.#whenResting();
  }

  async #begin(news: DraftNews): Promise<Failure | undefined> {
    const { text, hash, revision } = this.#filed;
    const post = this.#post();
    const isNamed = hash !== undefined && post !== undefined && !this.#drifted;
    const whole = (): string => text.sliceString(0);
    const start = { draft: this.#draft, post, revision, text: isNamed ? undefined : whole(), hash };
    // Where `replaced` or `saved` ask for a new beginning meanwhile, they are heard after this one.
    this.#mustBegin = false;
    let answer = await request('draft.begin', start, news);
    if (answer.ok && answer.value === 'resync')
      answer = await request('draft.begin', { ...start, text: whole() }, news);
    if (!answer.ok) return answer.failure;
    if (answer.value === 'resync') return { kind: 'refused', what: 'draft.begin' };
    this.#begun = true;
    const { draft, elsewhere } = answer.value;
    this.#draft = draft;
    this.#elsewhere = elsewhere;
    this.#onState(elsewhere === undefined ? { kind: 'kept' } : { kind: 'elsewhere', ...elsewhere });
    this.#isLong = false;
    return undefined;
  }

  async #append(news: DraftNews): Promise<Failure | undefined> {
    const answer = await request('draft.append', this.#draft, news);
    if (!answer.ok) return answer.failure;
    if (answer.value === 'resync') this.#mustBegin = true;
    if (answer.value === 'long') this.#isLong = true;
    return undefined;
  }

  /** Main takes a journal back into the app data when it hears of it and there is room again. */
  #askToReturn(): void {
    this.#returning ??= setTimeout(() => {
      this.#returning = undefined;
      void this.#tell(false);
    }, returnAfter);
  }

  get #isUndoWorthKeeping(): boolean {
    const edits = this.#revision - this.#undoRevision;
    return edits > (this.#undoLength > largeUndo ? manyEdits : 0);
  }

  #whenResting(): void {
    const revision = this.#revision;
    setTimeout(() => {
      if (revision === this.#revision && this.#isUndoWorthKeeping && !this.#ended)
        requestIdleCallback(() => void this.#tell(true), { timeout: rest });
    }, rest);
  }
}

const samePlace = (one: PostPlace, other: PostPlace | undefined): boolean =>
  one.anchor === other?.anchor && one.head === other.head && one.scroll === other.scroll;
