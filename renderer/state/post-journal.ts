import type { DraftNews } from '../../core/contract/draft.ts';
import type { Result } from '../../core/contract/failure.ts';
import type { PostId, SavedPost } from '../../core/contract/post.ts';
import type { PostPlace } from '../../core/contract/post-place.ts';
import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { TypingRest } from '../typing-rest.ts';
import { DraftLine } from './draft-line.ts';
import type { JournalNotes, JournalState } from './journal-state.ts';
import { KeptUndo } from './kept-undo.ts';
import { sumOfText } from './sum-of-text.ts';
import { UnsavedEdits, type FiledRevision } from './unsaved-edits.ts';

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

/** Milliseconds from an edit to the message that takes it to main; the next edit does not put it off. */
const gathering = 250;
/** Milliseconds without an edit after which the undo history is kept, too. */
const rest = 1000;
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
  readonly #edits: UnsavedEdits;
  readonly #undo: KeptUndo;
  readonly #line: DraftLine;
  #place: PostPlace | undefined;
  #returning: ReturnType<typeof setTimeout> | undefined;
  readonly #resting = new TypingRest(rest);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();
  #ended = false;

  /** `draft` names the journal of a post without a file that goes on after a start. */
  constructor(
    post: () => PostId | undefined,
    filed: FiledRevision,
    notes: JournalNotes,
    onState: (state: JournalState) => void,
    draft: string | undefined,
  ) {
    this.#post = post;
    this.#notes = notes;
    this.#onState = onState;
    this.#line = new DraftLine(draft);
    this.#edits = new UnsavedEdits(filed);
    this.#undo = new KeptUndo(filed.revision);
  }

  /** Names the journal of a post that has no file yet. */
  get draft(): string {
    return this.#line.name;
  }

  /** The text that the file holds, as far as the window knows. */
  get filed(): FiledRevision {
    return this.#edits.filed;
  }

  /** Called in the task of the edit; `length` is that of the text afterwards. */
  edited(revision: number, edits: readonly TextEdit[], length: number): void {
    this.#edits.edited(revision, edits, length);
    this.#resting.edited();
    this.#schedule(gathering);
  }

  /** The caret or the view moved. */
  moved(): void {
    if (this.#line.isBegun) this.#schedule(gathering);
  }

  /** A file holds this revision now. */
  saved(filed: FiledRevision & { readonly hash: string }): void {
    // A journal that misses edits which are in the file begins anew from it.
    if (!this.#edits.saved(filed)) this.#line.mustBegin = true;
    this.#schedule(gathering);
  }

  /** The text became another one than edits made it; a journal that was begun begins anew. */
  replaced(filed: FiledRevision): void {
    this.#edits.replaced(filed);
    this.#line.mustBegin = true;
    if (this.#line.isBegun) this.#schedule(gathering);
  }

  /**
   * Saves the text out of main's own, so that no key pays for its length: only its edits went over, and their sum is compared.
   * Undefined when main does not hold it (in time); then the whole text has to be handed over.
   */
  async save(id: PostId, now: () => TextToSave): Promise<HeldSave | undefined> {
    let isLate = false;
    const step = this.#queue.then(async (): Promise<HeldSave | undefined> => {
      const { text, hash } = now();
      const { revision } = this.#edits;
      await this.#tellNow(false);
      const sum = await sumOfText(text);
      // Nothing is told meanwhile, so main still has that very text when it hears of the save.
      const isHeld = this.#line.isTrue && this.#edits.heard === revision;
      if (isLate || this.#ended || !isHeld) return undefined;
      const mark = { revision, length: text.length, sum };
      return { text, hash, revision, answer: this.#line.save(id, mark, hash) };
    });
    this.#queue = step.then(() => undefined);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
    const held = await Promise.race([step, late]);
    isLate = true;
    return held;
  }

  /** Main's text is not the window's: the journal begins anew from what the window has. */
  drifted(): void {
    this.#line.drifted();
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

  /** The post is left: its journal is put aside. An author who stays after all begins it anew with the next edit. */
  leave(): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      if (this.#line.isBegun || !this.#edits.isEmpty) await this.#tellNow(true);
      this.#unschedule();
      await this.#line.leave();
    });
    return this.#queue;
  }

  /** Nothing is told afterwards. */
  dispose(): void {
    this.#ended = true;
    this.#unschedule();
  }

  #unschedule(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#returning);
    this.#resting.forget();
    this.#timer = this.#returning = undefined;
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
    const line = this.#line;
    if (withUndo && line.isLong) line.mustBegin = true;
    const { revision, filed } = this.#edits;
    const isNew = line.mustBegin;
    const isUndoDue = isNew || (withUndo && !this.#undo.isOf(revision));
    const undo = isUndoDue ? { revision, history: this.#notes.undo() } : undefined;
    const { batches, saved } = this.#edits.news(isNew);
    if (isNew && batches.length === 0 && !line.isBegun) return;
    const place = this.#notes.place();
    const isMoved = !samePlace(place, this.#place);
    // A journal that lies elsewhere is told in any case, so that it comes back.
    const isSilent = !isNew && batches.length === 0 && saved === undefined && undo === undefined && !isMoved;
    if (isSilent && line.elsewhere === undefined) return;
    const news: DraftNews = { batches, saved, undo, place: isNew || isMoved ? place : undefined };
    const failure = await (isNew ? line.begin(filed, this.#post(), news) : line.append(news));
    if (failure !== undefined) {
      line.mustBegin = true;
      this.#onState({ kind: 'nowhere', failure });
      this.#schedule(retryAfter);
      return;
    }
    const { elsewhere } = line;
    if (isNew)
      this.#onState(elsewhere === undefined ? { kind: 'kept' } : { kind: 'elsewhere', ...elsewhere });
    if (elsewhere !== undefined) this.#askToReturn();
    if (line.mustBegin) {
      this.#schedule(0);
      return;
    }
    this.#edits.hasHeard(revision);
    this.#place = place;
    if (undo) this.#undo.kept(revision, undo.history.length);
    else if (this.#undo.isBehind(this.#edits.revision)) this.#resting.whenOver(() => this.#keepUndo());
  }

  /** Main takes a journal back into the app data when it hears of it and there is room again. */
  #askToReturn(): void {
    this.#returning ??= setTimeout(() => {
      this.#returning = undefined;
      void this.#tell(false);
    }, returnAfter);
  }

  #keepUndo(): void {
    if (!this.#ended && this.#undo.isBehind(this.#edits.revision))
      requestIdleCallback(() => void this.#tell(true), { timeout: rest });
  }
}

const samePlace = (one: PostPlace, other: PostPlace | undefined): boolean =>
  one.anchor === other?.anchor && one.head === other.head && one.scroll === other.scroll;
