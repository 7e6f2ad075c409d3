import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { LostText } from '../../core/contract/graveyard.ts';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { Queue } from '../files/queue.ts';
import { RecordLog, logBytes, readLog } from '../files/record-log.ts';
import {
  buried,
  checkedBurials,
  decodeRecord,
  encodeRecord,
  textOf,
  type GraveyardRecord,
  type LostRecord,
} from './graveyard-record.ts';
import { plain } from './search.ts';

/** Milliseconds that a deleted text is kept. */
const kept = 365 * 86_400_000;
/** Bytes on the disk; beyond them the oldest texts go. */
const largest = 32_000_000;
/** Rows answered at most. */
const mostRows = 1000;
const excerptLength = 200;

/** What the window asks of the texts that were deleted in the posts of one library. All throw a FailureError. */
export interface GraveyardRequests {
  bury(burials: unknown): Promise<void>;
  /** These texts are not lost: they were put in again. */
  revive(ids: unknown): Promise<void>;
  /** Newest first: texts that hold every word of the query, of one post or (undefined) of all. */
  find(query: string, post: PostId | undefined): Promise<readonly LostText[]>;
  /** The whole text; `missing` when it is not there any more. */
  read(id: string): Promise<string>;
}

/** Texts that were deleted, in one log that is read only when somebody looks for one. Damage costs what lies behind it. */
export class Graveyard implements GraveyardRequests {
  readonly #path: string;
  readonly #now: () => number;
  readonly #limit: number;
  readonly #queue = new Queue();
  #log: RecordLog | undefined;

  constructor(path: string, now: () => number = Date.now, limit = largest) {
    this.#path = path;
    this.#now = now;
    this.#limit = limit;
  }

  bury(burials: unknown): Promise<void> {
    const checked = checkedBurials(burials);
    return this.#queue.run(async () => {
      const records = await Promise.all(checked.map(buried));
      // A text that would fill half of the place is in the post's history, too.
      await this.#append(records.filter(({ body }) => body.length < this.#limit / 2));
    });
  }

  revive(ids: unknown): Promise<void> {
    if (!Array.isArray(ids)) throw new FailureError({ kind: 'refused', what: 'graveyard.revive' });
    return this.#queue.run(() => this.#append(ids.map((id) => ({ kind: 'back', id: String(id) }) as const)));
  }

  find(query: string, post: PostId | undefined): Promise<readonly LostText[]> {
    const words = plain(query).split(/\s+/).filter(Boolean);
    return this.#queue.run(async () => {
      const rows: LostText[] = [];
      for (const record of (await this.#lost()).toReversed()) {
        if (post !== undefined && record.post !== post) continue;
        const text = await textOf(record);
        if (text === undefined) continue;
        const searched = words.length === 0 ? '' : plain(`${record.title}\n${text}`);
        if (!words.every((word) => searched.includes(word))) continue;
        const { id, at, title, length } = record;
        rows.push({ id, at, post: record.post, title, length, excerpt: excerptOf(text, words[0]) });
        if (rows.length === mostRows) break;
      }
      return rows;
    });
  }

  read(id: string): Promise<string> {
    return this.#queue.run(async () => {
      const record = (await this.#lost()).find((one) => one.id === id);
      const text = record && (await textOf(record));
      if (text === undefined) throw new FailureError({ kind: 'missing', path: this.#path });
      return text;
    });
  }

  /** Resolves when everything is written. */
  close(): Promise<void> {
    return this.#queue.run(() => this.#release());
  }

  async #append(records: readonly GraveyardRecord[]): Promise<void> {
    if (records.length === 0) return;
    if (!this.#log) {
      await failing(this.#path, 'write', () => mkdir(dirname(this.#path), { recursive: true }));
      this.#log = (await RecordLog.open(this.#path)).log;
    }
    await this.#log.append(...records.map(encodeRecord));
    if (this.#log.size > this.#limit) await this.#compact();
  }

  /** Writes the log anew with the newest texts that fit into three quarters of the place. */
  async #compact(): Promise<void> {
    const records: Buffer[] = [];
    let bytes = 0;
    for (const record of (await this.#lost()).toReversed()) {
      const encoded = encodeRecord(record);
      bytes += encoded.length;
      if (bytes > (this.#limit * 3) / 4) break;
      records.unshift(encoded);
    }
    await this.#release();
    await writeFileAtomic(this.#path, logBytes(records));
  }

  /** Oldest first, in the order of the log: no clock has a say in it, but in what is too old. */
  async #lost(): Promise<readonly LostRecord[]> {
    const texts = new Map<string, LostRecord>();
    for (const bytes of await this.#records()) {
      const record = decodeRecord(bytes);
      if (record?.kind === 'back') {
        for (const [key, { id }] of texts) if (id === record.id) texts.delete(key);
      }
      if (record?.kind !== 'lost' || this.#now() - record.at > kept) continue;
      const key = `${record.hash} ${record.post ?? ''}`;
      // The same text again takes the newer place.
      texts.delete(key);
      texts.set(key, record);
    }
    return [...texts.values()];
  }

  async #records(): Promise<readonly Buffer[]> {
    try {
      return (await readLog(this.#path)).records;
    } catch (error) {
      // A log that cannot be read has nothing to show; writing to it says why.
      if (!(error instanceof FailureError)) throw error;
      return [];
    }
  }

  async #release(): Promise<void> {
    const log = this.#log;
    this.#log = undefined;
    await log?.close();
  }
}

function excerptOf(text: string, word: string | undefined): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const line = word === undefined ? 0 : lines.findIndex((one) => plain(one).includes(word));
  const from = lines.slice(Math.max(0, line)).join(' ').replaceAll(/\s+/g, ' ').trim();
  return from.slice(0, excerptLength);
}
