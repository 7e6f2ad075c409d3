import { mkdir, realpath, stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { ImportNote, ImportProgress, ImportReport, ImportRow } from '../../core/contract/import.ts';
import { note } from '../../core/import/entry.ts';
import type { Entry, EntryReader, Read } from '../../core/import/entry.ts';
import { imagesOfEntry, importedPost } from '../../core/import/imported-post.ts';
import { MovableTypeReader } from '../../core/import/movable-type.ts';
import { WxrReader } from '../../core/import/wxr.ts';
import { numbered, safeImageName } from '../../core/post/file-name.ts';
import { postHome } from '../drafts/engine.ts';
import type { PostHome } from '../drafts/engine.ts';
import { FailureError, failing } from '../failures.ts';
import { readHead } from '../files/read.ts';
import { ImagesBeside } from './images-beside.ts';
import { placePost } from './place-post.ts';
import type { ImageBeside } from './place-post.ts';
import { encodingOf, textOf } from './text-of-file.ts';

export interface ImportJob {
  /** Absolute paths. */
  readonly file: string;
  readonly libraryRoot: string;
  /** A library that is missing is made, once the file is known to be an export. */
  readonly makeLibrary: boolean;
}

export interface ImportWatch {
  readonly progress: (progress: ImportProgress) => void;
  /** Calls it off between two posts: what is imported stays, and the report says so. */
  readonly signal: AbortSignal;
}

/** Bytes in which an export shows what it is. */
const head = 65_536;

/**
 * Makes posts of an export file of WordPress (WXR) or of Movable Type and Hatena Blog. Existing posts are not touched, a
 * post that was imported before is not imported twice. Throws a FailureError when the file or the library cannot be
 * read or written, `not-an-export` when it is something else.
 */
export async function importFile(job: ImportJob, { progress, signal }: ImportWatch): Promise<ImportReport> {
  if (!job.makeLibrary) await folderAt(job.libraryRoot);
  const { size: total } = await failing(job.file, 'read', () => stat(job.file));
  const rows: ImportRow[] = [];
  const slugs = new Map<string, number>();
  let images = 0;
  let format: ImportReport['format'] = 'movable-type';
  const reportOf = (calledOff: boolean, cut: boolean): ImportReport => ({
    format,
    rows,
    images,
    calledOff,
    cut,
  });
  try {
    const encoding = await encodingOf(job.file, signal);
    format = await formatOf(job.file, encoding);
    if (job.makeLibrary)
      await failing(job.libraryRoot, 'write', () => mkdir(job.libraryRoot, { recursive: true }));
    const root = await folderAt(job.libraryRoot);
    const reader = await readerFor(format, job.file, encoding, signal);
    const [home, beside] = [await postHome(root), await ImagesBeside.of(job.file)];
    const take = async (reads: readonly Read[]): Promise<void> => {
      for (const read of reads) {
        signal.throwIfAborted();
        if (read.kind === 'left-out') {
          rows.push({ title: read.title, outcome: { kind: 'left-out', reason: read.reason }, notes: [] });
          continue;
        }
        const made = await importEntry(root, home, read.entry, beside);
        const twice = slugTwice(slugs, read.entry);
        rows.push({ ...made.row, notes: [...made.row.notes, ...twice] });
        images += made.images;
      }
    };
    for await (const { text, bytes } of textOf(job.file, encoding, signal)) {
      await take(reader.write(text));
      progress({ done: bytes, total });
    }
    await take(reader.end());
    return reportOf(false, reader.cut);
  } catch (error) {
    if (signal.aborted && error === signal.reason) return reportOf(true, false);
    throw error;
  }
}

/** The folder's own path, without links on the way. */
async function folderAt(path: string): Promise<string> {
  const root = await failing(path, 'read', () => realpath(path));
  const isFolder = (await failing(root, 'read', () => stat(root))).isDirectory();
  if (!isFolder) throw new FailureError({ kind: 'not-a-folder', path: root });
  return root;
}

async function formatOf(file: string, encoding: string): Promise<ImportReport['format']> {
  const { bytes } = await readHead(file, head);
  const start = new TextDecoder(encoding).decode(bytes);
  if (/<rss\b[^>]*\bxmlns:wp\s*=/.test(start)) return 'wordpress';
  if (/^[A-Z][A-Z ]*: ?.*$/m.test(start) && /^-----\r?$/m.test(start)) return 'movable-type';
  throw new FailureError({ kind: 'not-an-export', path: file });
}

/** Posts of WordPress name their image by a number that may be told later in the file, so the file is read once before. */
async function readerFor(
  format: ImportReport['format'],
  file: string,
  encoding: string,
  signal: AbortSignal,
): Promise<EntryReader> {
  if (format === 'movable-type') return new MovableTypeReader();
  const uploads = new Map<string, string>();
  const first = new WxrReader(uploads);
  for await (const { text } of textOf(file, encoding, signal)) first.write(text);
  return new WxrReader(uploads);
}

async function importEntry(
  root: string,
  home: PostHome,
  entry: Entry,
  beside: ImagesBeside,
): Promise<{ readonly row: ImportRow; readonly images: number }> {
  const { copies, addressOf, left } = placesOf(entry, home, beside);
  const post = await importedPost(entry, addressOf, setImmediate);
  const placed = await placePost(root, home, post, copies);
  const notes: readonly ImportNote[] =
    left.length === 0 ? [] : [note('images-left', left[0] ?? '', left.length)];
  return {
    row: { title: entry.title, outcome: placed, notes: [...post.notes, ...notes] },
    images: placed.kind === 'imported' ? copies.length : 0,
  };
}

/** Which images come along, and under what names. Where posts are single files, images keep their addresses. */
function placesOf(
  entry: Entry,
  { shape }: PostHome,
  beside: ImagesBeside,
): {
  readonly copies: readonly ImageBeside[];
  readonly addressOf: (address: string) => string;
  readonly left: readonly string[];
} {
  const names = new Map<string, string>();
  const addresses = new Map<string, string>();
  const left: string[] = [];
  for (const address of imagesOfEntry(entry)) {
    const from = shape === 'folder' ? beside.find(address) : undefined;
    if (from === undefined) {
      if (!address.startsWith('data:')) left.push(address);
      continue;
    }
    const name = names.get(from) ?? freeName(safeImageName(from.split(/[\\/]/).at(-1) ?? ''), names);
    names.set(from, name);
    addresses.set(address, name);
  }
  return {
    copies: [...names].map(([from, name]) => ({ from, name })),
    addressOf: (address) => addresses.get(address) ?? address,
    left,
  };
}

function freeName(name: string, names: ReadonlyMap<string, string>): string {
  const taken = new Set([...names.values()].map((one) => one.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const candidate = numbered(name, number);
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Two posts with one address name lie side by side here, but a blog has room for one of them. */
function slugTwice(slugs: Map<string, number>, { slug }: Entry): readonly ImportNote[] {
  if (slug === undefined) return [];
  const times = (slugs.get(slug) ?? 0) + 1;
  slugs.set(slug, times);
  return times === 1 ? [] : [note('slug-twice', slug)];
}
