import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { Queue } from '../files/queue.ts';
import { RecordLog, logBytes, readLog } from '../files/record-log.ts';
import {
  lengthAfter,
  replay,
  type Draft,
  type DraftText,
  type EditBatch,
  type JournalEntry,
} from './draft.ts';
import { decodeEntries, encodeEntry } from './journal-entry.ts';

const ending = '.journal';
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
  #state: { readonly revision: number; readonly length: number } | undefined;
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

  /** Starts anew from a whole text; what was in the journal is replaced in one step, its notes stay. */
  begin(start: DraftText): Promise<void> {
    return this.#queue.run(async () => {
      const notes = [...this.#notes].map(([name, value]): JournalEntry => ({ kind: 'note', name, value }));
      const bytes = logBytes([{ kind: 'text' as const, ...start }, ...notes].map(encodeEntry));
      await failing(this.#path, 'write', () => mkdir(dirname(this.#path), { recursive: true }));
      await this.#replace(bytes);
      this.#state = { revision: start.revision, length: start.text.length };
      this.#startSize = bytes.length;
    });
  }

  append(batch: EditBatch): Promise<Appended> {
    return this.#queue.run(async () => {
      const state = this.#state;
      if (!state) return 'resync';
      if (batch.revision <= state.revision) return 'known';
      const { revision, edits, length } = batch;
      if (revision !== state.revision + 1 || lengthAfter(state.length, edits) !== length) return 'resync';
      await this.#add({ kind: 'edit', revision, edits, length });
      this.#state = { revision, length };
      return 'kept';
    });
  }

  /** The text of this revision is on the disk, in bytes of this hash. */
  saved(revision: number, hash: string): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#state && revision <= this.#state.revision) await this.#add({ kind: 'saved', revision, hash });
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
    const state = this.#state;
    await this.#release();
    try {
      await writeFileAtomic(this.#path, bytes);
      ({ log: this.#log } = await RecordLog.open(this.#path));
    } catch (error) {
      if (state) {
        ({ log: this.#log } = await RecordLog.open(this.#path));
        this.#state = state;
      }
      throw error;
    }
  }

  async #add(entry: JournalEntry): Promise<void> {
    await this.#log?.append(encodeEntry(entry));
  }

  async #release(): Promise<void> {
    const log = this.#log;
    this.#log = undefined;
    this.#state = undefined;
    await log?.close();
  }
}

function journalPath(folder: string, identity: string): string {
  return join(folder, identity + ending);
}

/** The draft in one journal; undefined when there is none or nothing of it can be read. The file stays as it is. */
export async function readDraft(folder: string, identity: string): Promise<Draft | undefined> {
  try {
    const { records } = await readLog(journalPath(folder, identity));
    return replay(decodeEntries(records));
  } catch (error) {
    // A journal that cannot be read must not keep any post from being opened; it stays for another day.
    if (!(error instanceof FailureError)) throw error;
    return undefined;
  }
}

/** The drafts in all journals of a folder, by identity; damaged ones as far as they can be read. */
export async function readDrafts(folder: string): Promise<ReadonlyMap<string, Draft>> {
  const drafts = new Map<string, Draft>();
  for (const name of await namesIn(folder)) {
    if (!name.endsWith(ending)) continue;
    const identity = name.slice(0, -ending.length);
    const draft = await readDraft(folder, identity);
    if (draft) drafts.set(identity, draft);
  }
  return drafts;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await failing(folder, 'read', () => readdir(folder));
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return [];
  }
}
