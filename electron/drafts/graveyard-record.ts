import { deflateRaw, inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import type { Burial } from '../../core/contract/graveyard.ts';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError } from '../failures.ts';
import { sha256 } from '../files/hash.ts';
import { isIdentity } from './identities.ts';
import { checkPostId } from './post-path.ts';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** A record of the log: a deleted text, or that one is not lost any more. */
export type GraveyardRecord =
  | {
      readonly kind: 'lost';
      readonly id: string;
      readonly at: number;
      readonly post: PostId | undefined;
      readonly title: string;
      readonly length: number;
      /** Of the text: the same text of the same post is listed once. */
      readonly hash: string;
      readonly body: Buffer;
    }
  | { readonly kind: 'back'; readonly id: string };

/** A deleted text. */
export type LostRecord = Extract<GraveyardRecord, { kind: 'lost' }>;

/** The record of a text that was deleted. */
export async function buried({ id, text, at, post, title }: Burial): Promise<LostRecord> {
  const bytes = Buffer.from(text);
  const body = await deflate(bytes);
  return { kind: 'lost', id, at, post, title, length: text.length, hash: sha256(bytes), body };
}

/** The text of a record; undefined when another program wrote something else there. */
export async function textOf({ body, hash }: LostRecord): Promise<string | undefined> {
  try {
    const bytes = await inflate(body);
    return sha256(bytes) === hash ? bytes.toString('utf8') : undefined;
  } catch {
    // No compressed data, although the record's checksum held.
    return undefined;
  }
}

/** A line of JSON, then the body. */
export function encodeRecord(record: GraveyardRecord): Buffer {
  const { body, ...head } = record.kind === 'lost' ? record : { ...record, body: Buffer.alloc(0) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
}

/** Undefined for what is no record of this format. */
export function decodeRecord(bytes: Buffer): GraveyardRecord | undefined {
  const end = bytes.indexOf('\n');
  if (end === -1) return undefined;
  try {
    return checkedRecord(JSON.parse(bytes.toString('utf8', 0, end)), bytes.subarray(end + 1));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof FailureError) return undefined;
    throw error;
  }
}

function checkedRecord(value: unknown, body: Buffer): GraveyardRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, id, at, post, title, length, hash } = value as Record<string, unknown>;
  if (!isIdentity(id)) return undefined;
  if (kind === 'back') return { kind, id };
  if (kind !== 'lost' || typeof at !== 'number' || typeof length !== 'number' || typeof hash !== 'string')
    return undefined;
  return {
    kind,
    id,
    at,
    post: post === undefined ? undefined : checkPostId(post),
    title: typeof title === 'string' ? title : '',
    length,
    hash,
    body,
  };
}

/** Takes what the window hands over for burials, or throws `refused`. */
export function checkedBurials(values: unknown): readonly Burial[] {
  if (!Array.isArray(values)) throw refused();
  return values.map((value: unknown) => {
    if (typeof value !== 'object' || value === null) throw refused();
    const { id, text, at, post, title } = value as Record<string, unknown>;
    if (!isIdentity(id) || typeof text !== 'string' || typeof at !== 'number' || typeof title !== 'string')
      throw refused();
    return { id, text, at, title, post: post === undefined ? undefined : checkPostId(post) };
  });
}

const refused = (): FailureError => new FailureError({ kind: 'refused', what: 'graveyard.bury' });
