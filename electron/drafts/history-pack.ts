import { deflateRaw, inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { versionReasons, type VersionReason } from '../../core/contract/history.ts';
import type { PostId } from '../../core/contract/post.ts';
import { sha256 } from '../files/hash.ts';
import { logBytes } from '../files/record-log.ts';
import { applyDelta, encodeDelta } from './delta.ts';
import { checkPostId } from './post-path.ts';
import { failureOf } from '../failures.ts';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** One record of a history: a version's bytes in one of three forms, or the post's path from here on. */
export type PackRecord =
  | ({ readonly kind: 'full' | 'delta' } & VersionHead & { readonly body: Buffer })
  /** The same bytes as the version with this number. */
  | ({ readonly kind: 'same'; readonly of: number } & VersionHead)
  | { readonly kind: 'post'; readonly post: PostId };

/** What is said of a version beside its bytes. */
export interface VersionHead {
  /** Milliseconds since the epoch. For display and thinning; the order is that of the records. */
  readonly at: number;
  readonly why: VersionReason;
  /** What an export went to. */
  readonly label: string | undefined;
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  /** Characters of the text, as the window counts them. */
  readonly length: number;
}

/** What a new version's record says beside its bytes. */
export type VersionNote = Pick<VersionHead, 'at' | 'why' | 'label' | 'length'>;

/** One version. */
export type VersionRecord = Exclude<PackRecord, { kind: 'post' }>;

/** A delta chain is read from its last whole version on, so that one comes again after this many. */
const longestChain = 64;

/** The versions of one post, each stored as what it adds to the one before. */
export class Pack {
  readonly versions: VersionRecord[] = [];
  post: PostId | undefined;
  readonly #numbers = new Map<string, number>();
  #last: Buffer | undefined;
  #chain = 0;

  /** Takes the records of a log in order; one that is not of this format ends it. */
  static async from(records: readonly Buffer[]): Promise<Pack> {
    const pack = new Pack();
    for (const bytes of records) {
      const record = decodeRecord(bytes);
      if (!record || (record.kind === 'same' && record.of >= pack.versions.length)) break;
      pack.#take(record);
    }
    const number = pack.versions.findLastIndex(({ kind }) => kind !== 'same');
    pack.#last = number === -1 ? undefined : await pack.read(number);
    return pack;
  }

  /** The record for a new version, taken by `add` once it is written. */
  async record(bytes: Buffer, { at, why, label, length }: VersionNote): Promise<VersionRecord> {
    const head = { at, why, label, length, hash: sha256(bytes), size: bytes.length };
    const of = this.#numbers.get(head.hash);
    if (of !== undefined) return { kind: 'same', of, ...head };
    const full = await deflate(bytes);
    if (this.#last && this.#chain < longestChain) {
      const delta = await deflate(encodeDelta(this.#last, bytes));
      if (delta.length < full.length / 2) return { kind: 'delta', body: delta, ...head };
    }
    return { kind: 'full', body: full, ...head };
  }

  add(record: PackRecord, bytes?: Buffer): void {
    this.#take(record);
    if (bytes && (record.kind === 'full' || record.kind === 'delta')) this.#last = bytes;
  }

  /** The number of a version with these bytes; undefined when there is none. */
  numberOf(hash: string): number | undefined {
    return this.#numbers.get(hash);
  }

  /** The bytes of a version, checked by their hash; undefined when they cannot be had. */
  async read(number: number): Promise<Buffer | undefined> {
    const version = this.versions[number];
    if (!version) return undefined;
    if (version.kind === 'same') return this.read(version.of);
    const from = this.versions.findLastIndex(({ kind }, index) => kind === 'full' && index <= number);
    let bytes: Buffer | undefined;
    for (const record of this.versions.slice(Math.max(from, 0), number + 1)) {
      const body = record.kind === 'same' ? undefined : await inflated(record.body);
      if (record.kind === 'full') bytes = body;
      else if (record.kind === 'delta') bytes = bytes && body && applyDelta(bytes, body);
    }
    return bytes && sha256(bytes) === version.hash ? bytes : undefined;
  }

  #take(record: PackRecord): void {
    if (record.kind === 'post') {
      this.post = record.post;
      return;
    }
    if (!this.#numbers.has(record.hash)) this.#numbers.set(record.hash, this.versions.length);
    this.versions.push(record);
    if (record.kind !== 'same') this.#chain = record.kind === 'full' ? 0 : this.#chain + 1;
  }
}

/** The bytes of a log with only these versions of a pack; one that cannot be read any more is left out. */
export async function packBytes(old: Pack, kept: ReadonlySet<number>): Promise<Buffer> {
  const pack = await Pack.from([]);
  const records: PackRecord[] = old.post === undefined ? [] : [{ kind: 'post', post: old.post }];
  for (const [number, note] of old.versions.entries()) {
    const bytes = kept.has(number) ? await old.read(number) : undefined;
    if (!bytes) continue;
    const record = await pack.record(bytes, note);
    pack.add(record, bytes);
    records.push(record);
  }
  return logBytes(records.map(encodeRecord));
}

async function inflated(body: Buffer): Promise<Buffer | undefined> {
  try {
    return await inflate(body);
  } catch {
    // No compressed data; the record's checksum held, so another program wrote it.
    return undefined;
  }
}

/** A line of JSON, then the body. */
export function encodeRecord(record: PackRecord): Buffer {
  const { body, ...head } =
    record.kind === 'full' || record.kind === 'delta' ? record : { ...record, body: undefined };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body ?? Buffer.alloc(0)]);
}

function decodeRecord(bytes: Buffer): PackRecord | undefined {
  const end = bytes.indexOf('\n');
  if (end === -1) return undefined;
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8', 0, end));
    return checkedRecord(value, bytes.subarray(end + 1));
  } catch (error) {
    if (error instanceof SyntaxError || failureOf(error).kind === 'bad-name') return undefined;
    throw error;
  }
}

function checkedRecord(value: unknown, body: Buffer): PackRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, post, at, why, label, hash, size, length, of } = value as Record<string, unknown>;
  if (kind === 'post') return { kind, post: checkPostId(post) };
  const reason = versionReasons.find((one) => one === why);
  if (typeof at !== 'number' || typeof hash !== 'string' || typeof size !== 'number' || !reason)
    return undefined;
  const head = {
    at,
    why: reason,
    label: typeof label === 'string' ? label : undefined,
    hash,
    size,
    length: typeof length === 'number' ? length : size,
  };
  if (kind === 'full' || kind === 'delta') return { kind, body, ...head };
  return kind === 'same' && Number.isSafeInteger(of) && Number(of) >= 0
    ? { kind, of: Number(of), ...head }
    : undefined;
}
