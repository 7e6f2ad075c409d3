import { signal } from '@preact/signals';
import type { Failure } from '../../core/contract/failure.ts';
import type { OpenedPost, PostId, ReadOnlyReason, Shrunk } from '../../core/contract/post.ts';
import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { textSource } from '../../core/post/text-source.ts';
import { request } from '../api.ts';
import { PostJournal, type JournalNotes, type JournalState } from './post-journal.ts';

/** How the text on screen stands to the bytes on disk. */
export type SaveState =
  /** No file yet: nothing was typed. */
  | { readonly kind: 'new' }
  /** The disk holds exactly this text, read back and compared. `at` is undefined when it was only opened. */
  | { readonly kind: 'saved'; readonly at: number | undefined }
  | { readonly kind: 'edited' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The disk has another version; `theirs` is undefined when the file is gone. Nothing is written until the author chose. */
  | { readonly kind: 'conflict'; readonly theirs: OpenedPost | undefined }
  | { readonly kind: 'read-only'; readonly reason: ReadOnlyReason };

/** Milliseconds from a key to its save; the next key does not put it off. The journal has the key long before. */
const autosaveAfter = 800;
/** A save that takes long is not made again at once: at most a part of the time goes into it, up to this pause. */
const longestPause = 10_000;
const partOfTime = 1 / 8;
/** Milliseconds that a save takes before it is shown: a word that only flashes tells nothing, and costs a frame among keys. */
const shownAfter = 400;
/** Milliseconds without an edit before "saved" is shown: among keys it would be gone with the next one. */
const restBeforeSaved = 200;
/** Milliseconds until a failed save is tried again by itself. */
const retryAfter = 3000;

/**
 * One post as the window holds it: its text, its file, and how the two stand to each other.
 * All writes of a post go through one queue, so a save, a rename and another save never overlap.
 */
export class PostDocument {
  /** Undefined until the first character makes the file. */
  readonly id = signal<PostId | undefined>(undefined);
  readonly saveState = signal<SaveState>({ kind: 'new' });
  /** Where unsaved edits are kept. */
  readonly journalState = signal<JournalState>({ kind: 'kept' });
  readonly path = signal('');
  /** The version that the latest save with a great loss left behind. */
  readonly shrunk = signal<Shrunk | undefined>(undefined);
  /** Where every edit goes at once; it also knows the text that the file holds. */
  readonly journal: PostJournal;
  text: TextSource;
  hash = '';
  autosave = true;
  /** A new post's calendar date, `YYYY-MM-DD`; it names the folder. */
  readonly #date: string;
  #version = 0;
  #savedVersion = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #showing: ReturnType<typeof setTimeout> | undefined;
  #lastEdit = 0;
  /** When the last save began, and how long the last one took, in milliseconds. */
  #begun = 0;
  #lasted = 0;

  /** `text` is what the window shows: that of the file, or what its journal brought back. `date` dates a new post. */
  constructor(text: TextSource, date: string, opened: OpenedPost | undefined, notes: JournalNotes) {
    this.text = text;
    this.#date = date;
    const since = opened?.draft?.unsavedSince;
    const filed =
      since === undefined
        ? { text, hash: opened?.hash, revision: 0 }
        : { text: textSource(since.text), hash: since.hash, revision: 0 };
    this.journal = new PostJournal(
      () => this.id.value,
      filed,
      notes,
      (state) => (this.journalState.value = state),
    );
    if (opened === undefined) return;
    this.#adopt(opened);
    if (since === undefined) return;
    this.hash = since.hash ?? '';
    this.edited(text, [{ from: 0, to: since.text.length, insert: text.sliceString(0) }]);
    // Another program wrote the file before the author's text came back: the author says which one stays.
    if (since.hash !== opened.hash) this.conflict(opened);
  }

  /** Milliseconds from an edit to its save. */
  get #pause(): number {
    return Math.min(longestPause, Math.max(autosaveAfter, this.#lasted / partOfTime));
  }

  get clean(): boolean {
    return this.#version === this.#savedVersion;
  }

  /** Called in the same task as the edit: from here on the state is not `saved`. */
  edited(text: TextSource, edits: readonly TextEdit[]): void {
    this.text = text;
    this.#version += 1;
    this.#lastEdit = performance.now();
    this.journal.edited(this.#version, edits, text.length);
    const state = this.saveState.value.kind;
    if (state === 'saved' || state === 'new') this.saveState.value = { kind: 'edited' };
    if (this.autosave && state !== 'conflict') this.#schedule(this.id.value === undefined ? 0 : this.#pause);
  }

  /** The text of a clean post was replaced by what another program wrote. */
  replaced(text: TextSource, opened: OpenedPost): void {
    this.text = text;
    this.#version += 1;
    this.#savedVersion = this.#version;
    this.journal.replaced({ text, hash: opened.hash, revision: this.#version });
    this.#adopt(opened);
  }

  /** What another program wrote and the author's edits were joined to this text; it is saved as any edit. */
  joined(text: TextSource, theirs: OpenedPost): void {
    this.#version += 1;
    this.hash = theirs.hash;
    const filed = textSource(theirs.text);
    this.journal.replaced({ text: filed, hash: theirs.hash, revision: this.#version });
    this.saveState.value = { kind: 'edited' };
    this.edited(text, [{ from: 0, to: filed.length, insert: text.sliceString(0) }]);
  }

  conflict(theirs: OpenedPost | undefined): void {
    this.#cancelTimer();
    this.saveState.value = { kind: 'conflict', theirs };
  }

  /** Saves until disk and window agree. False when that failed or has to be decided by the author. */
  save(): Promise<boolean> {
    return this.#enqueue(async () => {
      while (!this.clean) {
        if (this.saveState.value.kind === 'conflict' || !(await this.#saveOnce())) return false;
      }
      return this.saveState.value.kind !== 'conflict';
    });
  }

  /** Writes the window's text over a version from outside; main keeps that version beside. */
  overwrite(): Promise<boolean> {
    return this.#enqueue(async () => {
      const id = this.id.value;
      if (id === undefined) return this.#saveOnce();
      this.#begun = performance.now();
      const { text } = this;
      const version = this.#version;
      await this.journal.ahead();
      return this.#settle(version, text, await request('post.overwrite', id, text.sliceString(0)));
    });
  }

  /** Runs a change of the post's file (rename, trash) between two saves. */
  between<T>(work: (id: PostId) => Promise<T>): Promise<T | undefined> {
    return this.#enqueue(async () => {
      if (!this.clean && !(await this.#saveOnce())) return undefined;
      const id = this.id.value;
      return id === undefined ? undefined : work(id);
    });
  }

  /** The file has another name now; its bytes are the same. */
  moved(id: PostId, path: string): void {
    this.id.value = id;
    this.path.value = path;
  }

  /** The post is not shown any more; nothing of it may be written later. */
  dispose(): void {
    this.#cancelTimer();
    clearTimeout(this.#slow);
    clearTimeout(this.#showing);
    this.journal.dispose();
  }

  #adopt(opened: OpenedPost): void {
    this.moved(opened.id, opened.path);
    this.hash = opened.hash;
    this.saveState.value =
      opened.readOnly === undefined
        ? { kind: 'saved', at: undefined }
        : { kind: 'read-only', reason: opened.readOnly };
  }

  async #saveOnce(): Promise<boolean> {
    this.#cancelTimer();
    this.#begun = performance.now();
    this.#slow ??= setTimeout(() => {
      if (this.saveState.value.kind === 'edited') this.saveState.value = { kind: 'saving' };
    }, shownAfter);
    return (await this.#saveHeld()) ?? (await this.#saveWhole());
  }

  /** Saves what main has of the text by its edits; undefined when that is not the text of the window. */
  async #saveHeld(): Promise<boolean | undefined> {
    const id = this.id.value;
    if (id === undefined) return undefined;
    const held = await this.journal.save(id, () => ({ text: this.text, hash: this.hash }));
    const answer = await held?.answer;
    if (held === undefined || answer === undefined) return undefined;
    if (!answer.ok) return this.#settle(held.revision, held.text, answer, held.hash);
    const { value } = answer;
    if (value !== 'resync') return this.#settle(held.revision, held.text, { ok: true, value }, held.hash);
    this.journal.drifted();
    return undefined;
  }

  async #saveWhole(): Promise<boolean> {
    const { text, hash } = this;
    const version = this.#version;
    const whole = text.sliceString(0);
    const id = this.id.value;
    await this.journal.ahead();
    if (id !== undefined)
      return this.#settle(version, text, await request('post.save', id, whole, hash), hash);
    const created = await request('post.create', whole, this.#date, this.journal.draft);
    if (created.ok) this.moved(created.value.id, created.value.path);
    return this.#settle(
      version,
      text,
      created.ok
        ? { ok: true, value: { hash: created.value.hash, savedAt: Date.now(), shrunk: undefined } }
        : created,
    );
  }

  #settle(
    version: number,
    text: TextSource,
    answer: Awaited<ReturnType<typeof request<'post.save'>>>,
    base = this.hash,
  ): boolean {
    clearTimeout(this.#slow);
    this.#slow = undefined;
    this.#lasted = performance.now() - this.#begun;
    if (answer.ok) {
      const { hash, shrunk } = answer.value;
      this.hash = hash;
      if (shrunk !== undefined) this.shrunk.value = shrunk;
      this.#savedVersion = version;
      this.journal.saved({ text, hash, revision: version });
      if (this.saveState.value.kind !== 'edited') this.saveState.value = { kind: 'edited' };
      this.#showSaved(answer.value.savedAt);
      if (!this.clean && this.autosave) this.#schedule(this.#pause);
      return true;
    }
    // What came from outside was joined to the text meanwhile: the next save is of both.
    if (answer.failure.kind === 'changed-outside' && this.hash !== base) return true;
    // A conflict waits for the version on disk, which main sends by `post.changedOutside`.
    this.saveState.value = { kind: 'failed', failure: answer.failure };
    if (answer.failure.kind !== 'changed-outside') this.#schedule(retryAfter);
    return false;
  }

  /** Called after each save: shows it as soon as typing rests, when the file has the newest text. */
  #showSaved(at: number): void {
    clearTimeout(this.#showing);
    const left = this.#lastEdit + restBeforeSaved - performance.now();
    if (left > 0) this.#showing = setTimeout(() => this.#showSaved(at), left);
    else if (this.clean && this.saveState.value.kind === 'edited')
      this.saveState.value = { kind: 'saved', at };
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(work);
    this.#queue = run.catch(() => undefined);
    return run;
  }

  #schedule(after: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#enqueue(async () => this.clean || (await this.#saveOnce()));
    }, after);
  }

  #cancelTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
