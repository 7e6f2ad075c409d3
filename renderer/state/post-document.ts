import { signal } from '@preact/signals';
import type { OpenedPost, PostId, Shrunk } from '../../core/contract/post.ts';
import type { UnfiledPost } from '../../core/contract/restored-draft.ts';
import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { textSource } from '../../core/post/text-source.ts';
import { request } from '../api.ts';
import type { JournalNotes, JournalState } from './journal-state.ts';
import { PostJournal } from './post-journal.ts';
import { SavePace } from './save-pace.ts';
import { SaveQueue } from './save-queue.ts';
import { ShownSaves } from './shown-saves.ts';

/** Milliseconds until a failed save is tried again by itself. */
const retryAfter = 3000;

/**
 * One post as the window holds it: its text, its file, and how the two stand to each other.
 * All writes of a post go through one queue, so a save, a rename and another save never overlap.
 */
export class PostDocument {
  readonly #shown = new ShownSaves();
  /** Undefined until the first character makes the file. */
  readonly id = signal<PostId | undefined>(undefined);
  readonly saveState = this.#shown.state;
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
  #version = 0;
  #savedVersion = 0;
  readonly #queue = new SaveQueue();
  readonly #pace = new SavePace();

  /** `text` is what the window shows: that of the file, or what its journal brought back. */
  constructor(
    text: TextSource,
    opened: OpenedPost | undefined,
    notes: JournalNotes,
    unfiled: UnfiledPost | undefined,
  ) {
    this.text = text;
    const since = (unfiled?.restored ?? opened?.draft)?.unsavedSince;
    const filed =
      since === undefined
        ? { text, hash: opened?.hash, revision: 0 }
        : { text: textSource(since.text), hash: since.hash, revision: 0 };
    this.journal = new PostJournal(
      () => this.id.value,
      filed,
      notes,
      (state) => (this.journalState.value = state),
      unfiled?.draft,
    );
    if (opened !== undefined) this.#adopt(opened);
    if (since === undefined) return;
    this.hash = since.hash ?? '';
    this.edited(text, [{ from: 0, to: since.text.length, insert: text.sliceString(0) }]);
    // Another program wrote the file before the author's text came back: the author says which one stays.
    if (opened !== undefined && since.hash !== opened.hash) this.conflict(opened);
  }

  get clean(): boolean {
    return this.#version === this.#savedVersion;
  }

  /** Called in the same task as the edit: from here on the state is not `saved`. */
  edited(text: TextSource, edits: readonly TextEdit[]): void {
    this.text = text;
    this.#version += 1;
    this.journal.edited(this.#version, edits, text.length);
    this.#shown.edited();
    if (this.autosave && this.saveState.value.kind !== 'conflict')
      this.#schedule(this.id.value === undefined ? 0 : this.#pace.pause);
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
    this.#queue.cancel();
    this.saveState.value = { kind: 'conflict', theirs };
  }

  /** The file holds again what it held when the author's edits began: there is nothing to choose any more. */
  resumed(): void {
    if (this.saveState.value.kind !== 'conflict') return;
    this.saveState.value = this.clean ? { kind: 'saved', at: undefined } : { kind: 'edited' };
    if (!this.clean && this.autosave) this.#schedule(this.#pace.pause);
  }

  /**
   * Saves all that was typed up to now; who goes on typing is not waited for, or nothing would end on a slow disk. False
   * when that failed or has to be decided by the author.
   */
  save(): Promise<boolean> {
    const typed = this.#version;
    return this.#queue.run(async () => {
      while (this.#savedVersion < typed) {
        if (this.saveState.value.kind === 'conflict' || !(await this.#saveOnce())) return false;
      }
      return this.saveState.value.kind !== 'conflict';
    });
  }

  /** Writes the window's text over a version from outside; main keeps that version beside. */
  overwrite(): Promise<boolean> {
    return this.#queue.run(async () => {
      const id = this.id.value;
      if (id === undefined) return this.#saveOnce();
      this.#pace.begun();
      const { text } = this;
      const version = this.#version;
      await this.journal.ahead();
      return this.#settle(version, text, await request('post.overwrite', id, text.sliceString(0)));
    });
  }

  /** Runs a change of the post's file (rename, trash) between two saves. */
  between<T>(work: (id: PostId) => Promise<T>): Promise<T | undefined> {
    return this.#queue.run(async () => {
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
    this.#queue.cancel();
    this.#shown.dispose();
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
    this.#queue.cancel();
    this.#pace.begun();
    this.#shown.begun();
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
    // An empty post may have stood in the window since yesterday: the day of its first key names its folder.
    const today = await request('app.today');
    const created = today.ok ? await request('post.create', whole, today.value, this.journal.draft) : today;
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
    this.#shown.ended();
    this.#pace.ended();
    if (answer.ok) {
      const { hash, shrunk } = answer.value;
      this.hash = hash;
      if (shrunk !== undefined) this.shrunk.value = shrunk;
      this.#savedVersion = version;
      this.journal.saved({ text, hash, revision: version });
      this.#shown.saved(answer.value.savedAt, () => this.clean);
      if (!this.clean && this.autosave) this.#schedule(this.#pace.pause);
      return true;
    }
    const isOutside = answer.failure.kind === 'changed-outside';
    // What came from outside was joined to the text meanwhile: the next save is of both.
    if (isOutside && this.hash !== base) return true;
    // Main sends the version on disk by `post.changedOutside`, before this answer or behind it: there is a choice to make then.
    if (isOutside && this.saveState.value.kind === 'conflict') return false;
    this.saveState.value = { kind: 'failed', failure: answer.failure };
    if (!isOutside) this.#schedule(retryAfter);
    return false;
  }

  #schedule(after: number): void {
    this.#queue.soon(after, async () => this.clean || (await this.#saveOnce()));
  }
}
