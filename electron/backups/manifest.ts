import { FailureError } from '../failures.ts';
import { sha256 } from '../files/hash.ts';

/** An ordinary file of the library and the name of its bytes in the store. */
export interface BackedUpFile {
  readonly path: string;
  readonly size: number;
  /** SHA-256, hex. */
  readonly hash: string;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  readonly executable: boolean;
  /** Tells that the file is still the one that was read; undefined when it was too fresh to tell. */
  readonly stamp: string | undefined;
}

/** A link, kept as a link: where it leads to is not looked at. */
export interface BackedUpLink {
  readonly path: string;
  readonly target: string;
}

/** All that one backup has. Paths are relative to the library, `/` between the parts. */
export interface Manifest {
  /** The library's root when it was taken. */
  readonly library: string;
  /** Milliseconds since the epoch. */
  readonly takenAt: number;
  readonly files: readonly BackedUpFile[];
  readonly links: readonly BackedUpLink[];
  /** What could not be read. */
  readonly unread: readonly string[];
}

/** What a list of backups says of one. */
export interface ManifestHead {
  readonly library: string;
  /** Milliseconds since the epoch. */
  readonly takenAt: number;
  readonly posts: number;
  readonly files: number;
  readonly bytes: number;
  /** How many could not be read. */
  readonly unread: number;
}

const format = 'Fude backup 1';
const isPost = /\.(?:md|markdown)$/i;

/**
 * A manifest is lines of JSON: a head, one line a file or link, and the hash of all that stands before. A person or a
 * short script can restore from it; one that was cut or changed anywhere is known by its last line.
 */
export function encodeManifest({ library, takenAt, files, links, unread }: Manifest): Uint8Array {
  const head = {
    format,
    library,
    taken: new Date(takenAt).toISOString(),
    takenAt,
    posts: files.filter(({ path }) => isPost.test(path)).length,
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    unread: unread.length,
  };
  const lines: readonly object[] = [
    head,
    ...files,
    ...links,
    ...unread.map((path) => ({ path, unread: true })),
  ];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return new TextEncoder().encode(`${text}${JSON.stringify({ sha256: hashOf(text) })}\n`);
}

/** The head of a manifest that is whole to its last byte, else undefined. */
export function readManifestHead(bytes: Uint8Array): ManifestHead | undefined {
  const lines = linesOf(bytes);
  return lines === undefined ? undefined : headOf(lines[0]);
}

/** Undefined for anything but a manifest that is whole. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  const lines = linesOf(bytes);
  const head = lines === undefined ? undefined : headOf(lines[0]);
  if (lines === undefined || head === undefined) return undefined;
  const files: BackedUpFile[] = [];
  const links: BackedUpLink[] = [];
  const unread: string[] = [];
  for (const line of lines.slice(1)) {
    const entry = parsed(line);
    const path = entry?.['path'];
    if (entry === undefined || typeof path !== 'string' || !isSafePath(path)) return undefined;
    const file = fileOf(path, entry);
    if (file !== undefined) files.push(file);
    else if (typeof entry['target'] === 'string') links.push({ path, target: entry['target'] });
    else unread.push(path);
  }
  return { library: head.library, takenAt: head.takenAt, files, links, unread };
}

/** The hashes that a manifest names with the sizes, also as far as a damaged one can still be read. */
export function* hashesIn(bytes: Uint8Array): Generator<readonly [hash: string, size: number]> {
  // A quote inside a path is written with a backslash, so no path looks like this.
  for (const [, size, hash] of decode(bytes).matchAll(/"size":(\d+),"hash":"([0-9a-f]{64})"/g))
    if (hash !== undefined) yield [hash, Number(size)];
}

/** Whether a path stays below the folder it is put into, on every system. */
function isSafePath(path: string): boolean {
  const foreign = process.platform === 'win32' ? /[\\:\0]/ : /\0/;
  return !foreign.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const hashOf = (text: string): string => sha256(new TextEncoder().encode(text));

function linesOf(bytes: Uint8Array): readonly string[] | undefined {
  const text = decode(bytes);
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  const last = parsed(text.slice(end));
  if (!text.endsWith('\n') || last?.['sha256'] !== hashOf(text.slice(0, end))) return undefined;
  return text.slice(0, end).split('\n').slice(0, -1);
}

function headOf(line: string | undefined): ManifestHead | undefined {
  const head = parsed(line ?? '');
  if (head?.['format'] !== format || typeof head['library'] !== 'string') return undefined;
  const numbers = ['takenAt', 'posts', 'files', 'bytes', 'unread'].map((key) => head[key]);
  if (!numbers.every((value): value is number => typeof value === 'number')) return undefined;
  const [takenAt = 0, posts = 0, files = 0, size = 0, unread = 0] = numbers;
  return { library: head['library'], takenAt, posts, files, bytes: size, unread };
}

function fileOf(path: string, entry: Readonly<Record<string, unknown>>): BackedUpFile | undefined {
  const { size, hash, modified, executable, stamp } = entry;
  if (typeof size !== 'number' || typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return undefined;
  return {
    path,
    size,
    hash,
    modified: typeof modified === 'number' ? modified : 0,
    executable: executable === true,
    stamp: typeof stamp === 'string' ? stamp : undefined,
  };
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** For a backup that somebody asks for and that is not there or not whole. */
export function missingBackup(path: string): FailureError {
  return new FailureError({ kind: 'missing', path });
}
