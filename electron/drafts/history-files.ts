import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { VersionReason } from '../../core/contract/history.ts';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { RecordLog, readLog } from '../files/record-log.ts';
import { Pack, encodeRecord, packBytes, type PackRecord } from './history-pack.ts';

const ending = '.history';

/** A version to keep, byte for byte as its file has it. */
export interface NewVersion {
  readonly post: PostId;
  readonly bytes: Uint8Array;
  /** Characters of its text. */
  readonly length: number;
  readonly why: VersionReason;
  /** What an export went to. */
  readonly label: string | undefined;
  readonly at: number;
}

/** A history that can be added to. */
interface OpenHistory {
  readonly identity: string;
  readonly log: RecordLog;
  readonly pack: Pack;
}

/**
 * The histories of one folder: a file for each post, named by the post's identity; the one that was added to last stays
 * open. Calls must not overlap. What cannot be written throws a FailureError.
 */
export class HistoryFiles {
  readonly #folder: string;
  #open: OpenHistory | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The posts with a history; none when the folder cannot be read. */
  async identities(): Promise<readonly string[]> {
    try {
      const names = await failing(this.#folder, 'read', () => readdir(this.#folder));
      return names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return [];
    }
  }

  /** What is kept of a post: nothing of a file that is not there or cannot be read. */
  async packOf(identity: string): Promise<Pack> {
    if (this.#open?.identity === identity) return this.#open.pack;
    try {
      return await Pack.from((await readLog(this.pathOf(identity))).records);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return Pack.from([]);
    }
  }

  /** False when the newest version has these bytes already and the new one says nothing else of them. */
  async add(identity: string, version: NewVersion): Promise<boolean> {
    const { post, why, label } = version;
    const { log, pack } = await this.#openFor(identity);
    const content = Buffer.from(version.bytes);
    const record = await pack.record(content, version);
    const newest = pack.versions.at(-1);
    const says = why === 'export' || why === 'shrink';
    const isKnown = newest?.hash === record.hash && (!says || (newest.why === why && newest.label === label));
    if (isKnown) return false;
    if (pack.post !== post) await append(log, pack, { kind: 'post', post });
    await append(log, pack, record, content);
    return true;
  }

  /** The post lies here now; a post without a history gets none by it. */
  async movePost(identity: string, post: PostId): Promise<void> {
    const there = await this.packOf(identity);
    if (there.versions.length === 0 || there.post === post) return;
    const { log, pack } = await this.#openFor(identity);
    await append(log, pack, { kind: 'post', post });
  }

  /** Drops all versions but those with these numbers. */
  async keepOnly(identity: string, kept: ReadonlySet<number>): Promise<void> {
    const bytes = await packBytes(await this.packOf(identity), kept);
    await this.close();
    await writeFileAtomic(this.pathOf(identity), bytes);
  }

  async remove(identity: string): Promise<void> {
    await this.close();
    const path = this.pathOf(identity);
    await failing(path, 'write', async () => {
      for (const name of [path, `${path}.damaged`]) await rm(name, { force: true });
    });
  }

  /** Bytes on the disk; throws `missing` when there is no file. */
  async sizeOf(identity: string): Promise<number> {
    const path = this.pathOf(identity);
    return (await failing(path, 'read', () => stat(path))).size;
  }

  pathOf(identity: string): string {
    return join(this.#folder, identity + ending);
  }

  /** Gives the open file free; the next call opens it again. */
  async close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.log.close();
  }

  async #openFor(identity: string): Promise<OpenHistory> {
    if (this.#open?.identity === identity) return this.#open;
    await this.close();
    await failing(this.#folder, 'write', () => mkdir(this.#folder, { recursive: true }));
    const { log, content } = await RecordLog.open(this.pathOf(identity));
    this.#open = { identity, log, pack: await Pack.from(content.records) };
    return this.#open;
  }
}

async function append(log: RecordLog, pack: Pack, record: PackRecord, bytes?: Buffer): Promise<void> {
  await log.append(encodeRecord(record));
  pack.add(record, bytes);
}
