import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EditBatch, TextMark } from '../../core/contract/draft.ts';
import type { PostId } from '../../core/contract/post.ts';
import { failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { Queue } from '../files/queue.ts';
import { RecordLog, logBytes, refuseNewer } from '../files/record-log.ts';
import { lengthAfter, type DraftText, type JournalEntry } from './draft.ts';
import { HeldText } from './held-text.ts';
import { encodeEntry } from './journal-entry.ts';
import { journalPath } from './journal-files.ts';

/** Bytes of edits, beyond twice the text, from which a journal is worth starting anew. */
const longEdits = 1_000_000;

/**
 * `kept`: on the disk. `known`: was there already. `resync`: does not follow what is there, or the lengths differ; the
 * window then hands over its whole text by `begin`.
 */
export type Appended = 'kept' | 'known' | 'resync';

/**
 * The journal of one post: every edit on the disk, outside the library, in the order it was made. It is only added to,
 * so typing costs what was typed. Calls run one at a time, in order; what resolved survives a power cut.
 */
export class Journal {
  readonly #path: string;
  readonly #queue = new Queue();
  #log: RecordLog | undefined;
  #state: State | undefined;
  /** The text of that state. */
  #text: HeldText | undefined;
  #saved: number | undefined;
  #notes = new Map<string, unknown>();
  #startSize = 0;

  /** `identity` names the post through renames. Nothing is written before `begin`. */
  constructor(folder: string, identity: string) {
    this.#path = journalPath(folder, identity);
  }

  /** True when so many edits have gathered that `begin` with the whole text would save room and time. */
  get isLong(): boolean {
    return this.#log !== undefined && this.#log.size > 3 * this.#startSize + longEdits;
  }

  /** Bytes on the disk. */
  get size(): number {
    return this.#log?.size ?? 0;
  }

  /** True when a file holds the text as it is. */
  get isSaved(): boolean {
    return this.#state !== undefined && this.#state.revision === this.#saved;
  }

  /**
   * Starts anew from a whole text and the edits since; what was in the journal is replaced in one step, its notes stay.
   * `newNotes` are kept in the same step. `resync` when the edits do not follow the text: nothing was changed then.
   */
  begin(
    start: DraftText,
    batches: readonly EditBatch[] = [],
    newNotes: Readonly<Record<string, unknown>> = {},
  ): Promise<Appended> {
    return this.#queue.run(async () => {
      const following = follow({ revision: start.revision, length: start.text.length }, batches);
      if (!following) return 'resync';
      for (const [name, value] of Object.entries(newNotes)) this.#notes.set(name, value);
      const notes = [...this.#notes].map(([name, value]): JournalEntry => ({ kind: 'note', name, value }));
      const entries: JournalEntry[] = [{ kind: 'text', ...start }, ...following.entries, ...notes];
      const bytes = logBytes(entries.map(encodeEntry));
      if (!this.#log) await refuseNewer(this.#path);
      await failing(this.#path, 'write', () => mkdir(dirname(this.#path), { recursive: true }));
      await this.#replace(bytes);
      this.#text = new HeldText(start.text);
      this.#follow(following);
      this.#saved = start.hash === undefined ? undefined : start.revision;
      this.#startSize = bytes.length;
      return 'kept';
    });
  }

  append(...batches: readonly EditBatch[]): Promise<Appended> {
    return this.#queue.run(async () => {
      const following = this.#state && follow(this.#state, batches);
      if (!following) return 'resync';
      if (following.entries.length === 0) return 'known';
      await this.#add(...following.entries);
      this.#follow(following);
      return 'kept';
    });
  }

  /** The text as it is now, if it is the one that the window means. */
  textAt({ revision, length, sum }: TextMark): Promise<string | undefined> {
    return this.#queue.run(() => {
      const isMeant = this.#state?.revision === revision && this.#state.length === length;
      return Promise.resolve(isMeant && this.#text?.sum === sum ? this.#text.toString() : undefined);
    });
  }

  /** The text of this revision is on the disk, in bytes of this hash. */
  saved(revision: number, hash: string): Promise<void> {
    return this.#queue.run(async () => {
      if (!this.#state || revision > this.#state.revision) return;
      await this.#add({ kind: 'saved', revision, hash });
      this.#saved = Math.max(this.#saved ?? 0, revision);
    });
  }

  /** The post has another id now, or its first. */
  moved(post: PostId): Promise<void> {
    return this.#queue.run(() => this.#add({ kind: 'post', post }));
  }

  /** Keeps something beside the text (caret, scroll, undo) in place of the last value of that name. JSON only. */
  note(name: string, value: unknown): Promise<void> {
    return this.#queue.run(async () => {
      this.#notes.set(name, value);
      await this.#add({ kind: 'note', name, value });
    });
  }

  /** Ends the journal; its file stays for the next start. */
  close(): Promise<void> {
    return this.#queue.run(() => this.#release());
  }

  /** Ends the journal and removes its file: nothing in it is needed any more. */
  remove(): Promise<void> {
    return this.#queue.run(async () => {
      await this.#release();
      await failing(this.#path, 'write', () => rm(this.#path, { force: true }));
    });
  }

  /** Windows replaces no file that is open. When the disk refuses the new one, the old one goes on. */
  async #replace(bytes: Uint8Array): Promise<void> {
    const [state, text] = [this.#state, this.#text];
    await this.#release();
    try {
      await writeFileAtomic(this.#path, bytes);
      ({ log: this.#log } = await RecordLog.open(this.#path));
    } catch (error) {
      if (state) {
        ({ log: this.#log } = await RecordLog.open(this.#path));
        this.#state = state;
        this.#text = text;
      }
      throw error;
    }
  }

  #follow({ state, entries }: Following): void {
    this.#state = state;
    for (const { edits } of entries) this.#text?.edit(edits);
  }

  async #add(...entries: readonly JournalEntry[]): Promise<void> {
    await this.#log?.append(...entries.map(encodeEntry));
  }

  async #release(): Promise<void> {
    const log = this.#log;
    this.#log = undefined;
    this.#state = undefined;
    this.#text = undefined;
    await log?.close();
  }
}

interface State {
  readonly revision: number;
  readonly length: number;
}

interface Following {
  readonly state: State;
  readonly entries: readonly Extract<JournalEntry, { readonly kind: 'edit' }>[];
}

/** The batches that are new, and where they lead; undefined when they do not follow. */
function follow(before: State, batches: readonly EditBatch[]): Following | undefined {
  const entries: Following['entries'][number][] = [];
  let state = before;
  for (const { revision, edits, length } of batches) {
    if (revision <= state.revision) continue;
    if (revision !== state.revision + 1 || lengthAfter(state.length, edits) !== length) return undefined;
    entries.push({ kind: 'edit', revision, edits, length });
    state = { revision, length };
  }
  return { state, entries };
}
