import { copyFile, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { FailureError, errorCode, failing } from '../failures.ts';
import { nameTaken, syncFolder } from './folder.ts';
import { readHead, readRegularFile } from './read.ts';

/** First bytes of every log; another format gets another number. */
const family = 'FUDELOG';
const magic = Buffer.from(`${family}1`, 'latin1');
/** Length and checksum, four bytes each, little endian. */
const headLength = 8;
const largestLog = 1024 * 1024 * 1024;

export interface LogContent {
  readonly records: readonly Buffer[];
  /**
   * `cut`: the last record was not written to its end, as after a crash. `damaged`: bytes are other than were written.
   * `newer`: of a format that a later Fude writes; nothing of it is read.
   */
  readonly end: 'whole' | 'cut' | 'damaged' | 'newer';
  /** Bytes up to the end of the last good record. */
  readonly length: number;
  /** Checksum of all records so far; each record's own continues it, so none can be missing or out of place. */
  readonly chain: number;
}

/** Reads the bytes of a log up to the first record that is not as it was written. Never throws. */
export function readRecords(bytes: Buffer): LogContent {
  const begin = { records: [], length: magic.length, chain: crc32(magic) };
  if (bytes.length < magic.length) return { ...begin, end: bytes.length === 0 ? 'whole' : 'cut' };
  if (!bytes.subarray(0, magic.length).equals(magic))
    return { ...begin, end: isNewer(bytes) ? 'newer' : 'damaged' };
  const records: Buffer[] = [];
  let { length, chain } = begin;
  while (length < bytes.length) {
    if (bytes.length - length < headLength) return { records, length, chain, end: 'cut' };
    const size = bytes.readUInt32LE(length);
    const from = length + headLength;
    if (size === 0) return { records, length, chain, end: 'damaged' };
    if (from + size > bytes.length) return { records, length, chain, end: 'cut' };
    const payload = bytes.subarray(from, from + size);
    const next = crc32(payload, chain);
    if (next !== bytes.readUInt32LE(from - 4)) return { records, length, chain, end: 'damaged' };
    records.push(payload);
    [length, chain] = [from + size, next];
  }
  return { records, length, chain, end: 'whole' };
}

function isNewer(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, magic.length);
  return head.startsWith(family) && /[2-9]/.test(head.slice(family.length));
}

/** Throws `newer-format` for a log that a later Fude wrote: whatever wants to take its place leaves it alone. */
export async function refuseNewer(path: string): Promise<void> {
  if (!(await failing(path, 'read', () => nameTaken(path)))) return;
  const { bytes } = await readHead(path, magic.length);
  if (isNewer(bytes)) throw new FailureError({ kind: 'newer-format', path });
}

/** The bytes of a log that holds these records. */
export function logBytes(records: readonly Uint8Array[]): Buffer {
  const parts: Uint8Array[] = [magic];
  let chain = crc32(magic);
  for (const record of records) {
    chain = crc32(record, chain);
    parts.push(headOf(record, chain), record);
  }
  return Buffer.concat(parts);
}

function headOf(record: Uint8Array, chain: number): Buffer {
  const head = Buffer.alloc(headLength);
  head.writeUInt32LE(record.length, 0);
  head.writeUInt32LE(chain, 4);
  return head;
}

/** A file of records that only grows. What `append` resolved for survives a power cut; what a crash cut is dropped. */
export class RecordLog {
  readonly path: string;
  readonly #file: FileHandle;
  #length: number;
  #chain: number;

  private constructor(path: string, file: FileHandle, content: LogContent) {
    this.path = path;
    this.#file = file;
    this.#length = content.length;
    this.#chain = content.chain;
  }

  /**
   * Opens a log, or makes an empty one, and answers its good records. Damage (not a mere cut) is kept in a copy beside,
   * `….damaged`, before anything is written behind the good part. Throws a FailureError, `newer-format` among them.
   */
  static async open(path: string): Promise<{ readonly log: RecordLog; readonly content: LogContent }> {
    const content = await readLog(path);
    if (content.end === 'newer') throw new FailureError({ kind: 'newer-format', path });
    return failing(path, 'write', async () => {
      if (content.end === 'damaged') await copyFile(path, `${path}.damaged`);
      const isNew = !(await nameTaken(path));
      const file = await open(path, isNew ? 'wx+' : 'r+');
      const log = new RecordLog(path, file, content);
      try {
        await file.truncate(content.length);
        await file.write(magic, 0, magic.length, 0);
        await file.sync();
        if (isNew) await syncFolder(dirname(path));
      } catch (error) {
        await file.close();
        throw error;
      }
      return { log, content };
    });
  }

  /** Bytes on disk. */
  get size(): number {
    return this.#length;
  }

  /** Adds records that are not empty, at once. When it throws, the log is as before and may be appended to again. */
  async append(...records: readonly Uint8Array[]): Promise<void> {
    await failing(this.path, 'write', async () => {
      let chain = this.#chain;
      const parts = records.flatMap((record) => {
        chain = crc32(record, chain);
        return [headOf(record, chain), record];
      });
      const bytes = Buffer.concat(parts);
      try {
        await this.#write(bytes);
      } catch (error) {
        await this.#takeBack();
        throw error;
      }
      [this.#length, this.#chain] = [this.#length + bytes.length, chain];
    });
  }

  async #write(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await this.#file.write(bytes, at, bytes.length - at, this.#length + at);
      if (bytesWritten === 0) throw new FailureError({ kind: 'disk-full', path: this.path });
      at += bytesWritten;
    }
    await this.#file.datasync();
  }

  async #takeBack(): Promise<void> {
    try {
      await this.#file.truncate(this.#length);
    } catch (error) {
      // A reader stops before the unfinished record, and the next one is written over it.
      if (errorCode(error) === undefined) throw error;
    }
  }

  async close(): Promise<void> {
    try {
      await this.#file.close();
    } catch (error) {
      // Everything was flushed before; a disk that is gone has nothing more to say.
      if (errorCode(error) === undefined) throw error;
    }
  }
}

/** The good records of a log; none when there is no file. Throws a FailureError for one that cannot be read. */
export async function readLog(path: string): Promise<LogContent> {
  if (!(await failing(path, 'read', () => nameTaken(path)))) return readRecords(Buffer.alloc(0));
  return readRecords(await readRegularFile(path, largestLog));
}
