import { signal } from '@preact/signals';
import type { Failure } from '../../core/contract/failure.ts';
import type { OpenedPost, PostId, ReadOnlyReason } from '../../core/contract/post.ts';
import type { TextSource } from '../../core/contract/text.ts';
import { request } from '../api.ts';

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

/** Milliseconds from a key to its save; the next key does not put it off. */
const autosaveAfter = 400;
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
  readonly path = signal('');
  text: TextSource;
  hash = '';
  autosave = true;
  /** A new post's calendar date, `YYYY-MM-DD`; it names the folder. */
  readonly #date: string;
  #version = 0;
  #savedVersion = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(text: TextSource, date: string, opened: OpenedPost | undefined) {
    this.text = text;
    this.#date = date;
    if (opened !== undefined) this.#adopt(opened);
  }

  get clean(): boolean {
    return this.#version === this.#savedVersion;
  }

  /** Called in the same task as the edit: from here on the state is not `saved`. */
  edited(text: TextSource): void {
    this.text = text;
    this.#version += 1;
    const state = this.saveState.value.kind;
    if (state === 'saved' || state === 'new') this.saveState.value = { kind: 'edited' };
    if (this.autosave && state !== 'conflict')
      this.#schedule(this.id.value === undefined ? 0 : autosaveAfter);
  }

  /** The text of a clean post was replaced by what another program wrote. */
  replaced(text: TextSource, opened: OpenedPost): void {
    this.text = text;
    this.#savedVersion = this.#version;
    this.#adopt(opened);
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
      const version = this.#version;
      const answer = await request('post.overwrite', id, this.text.sliceString(0));
      return this.#settle(version, answer);
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
    const version = this.#version;
    if (this.saveState.value.kind !== 'failed') this.saveState.value = { kind: 'saving' };
    const text = this.text.sliceString(0);
    const id = this.id.value;
    if (id !== undefined) return this.#settle(version, await request('post.save', id, text, this.hash));
    const created = await request('post.create', text, this.#date);
    if (created.ok) this.moved(created.value.id, created.value.path);
    return this.#settle(
      version,
      created.ok ? { ok: true, value: { hash: created.value.hash, savedAt: Date.now() } } : created,
    );
  }

  #settle(version: number, answer: Awaited<ReturnType<typeof request<'post.save'>>>): boolean {
    if (answer.ok) {
      this.hash = answer.value.hash;
      this.#savedVersion = version;
      this.saveState.value = this.clean ? { kind: 'saved', at: answer.value.savedAt } : { kind: 'edited' };
      if (!this.clean && this.autosave) this.#schedule(autosaveAfter);
      return true;
    }
    // A conflict waits for the version on disk, which main sends by `post.changedOutside`.
    this.saveState.value = { kind: 'failed', failure: answer.failure };
    if (answer.failure.kind !== 'changed-outside') this.#schedule(retryAfter);
    return false;
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
