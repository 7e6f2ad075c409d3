import { copyFile, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TargetName, blogTarget } from '../../core/contract/export.ts';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { namesInFolder } from '../files/folder.ts';
import { sha256 } from '../files/hash.ts';
import { mapSettled } from '../files/pool.ts';
import { readRegularFile } from '../files/read.ts';
import type { Receipt } from './receipts.ts';
import type { Placement } from './swap.ts';

/** What the last export into a folder replaced, kept in the app data beside the bytes themselves. */
export interface LastExport {
  /** Real path of the folder, and the uppermost one that was made for it. */
  readonly folder: string;
  readonly made: string | undefined;
  /** Real path of the library. */
  readonly library: string;
  readonly target: TargetName | typeof blogTarget;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** In order; the bytes of a file that was there lie beside under its number. */
  readonly files: readonly ReplacedFile[];
}

/** One file that an export wrote or took away. */
export interface ReplacedFile {
  /** Relative to the folder. */
  readonly path: string;
  /** SHA-256 of what the export left there, hex; undefined where it took the file away. */
  readonly after: string | undefined;
  /** The same of what was there; undefined where there was nothing. */
  readonly before: string | undefined;
  readonly mode: number | undefined;
  /** What Fude knew of the file before. */
  readonly receipt: Receipt | undefined;
}

/** The same as it lies there. */
export interface KeptExport extends LastExport {
  /** Where it lies in the app data. */
  readonly place: string;
}

/** Bytes that are kept of one export; beyond, it cannot be taken back. */
const largest = 256_000_000;
/** Folders of which the last export is kept. */
const foldersKept = 10;
const listName = 'export.json';
/** Copies at once. */
const atOnce = 8;

/**
 * Copies what is about to be replaced, beside what is kept of the export before. Answers whether it could be kept;
 * `settleLast` makes it the last export once all is in place.
 */
export async function keepBefore(
  userDataDir: string | undefined,
  last: Omit<LastExport, 'files'>,
  placements: readonly Placement[],
  receipts: ReadonlyMap<string, Receipt>,
): Promise<boolean> {
  if (userDataDir === undefined) return false;
  const place = nextOf(placeOf(userDataDir, last.folder));
  await remove(place);
  let size = 0;
  for (const { destination } of placements) {
    if (destination.present === undefined) continue;
    size += (await failing(destination.file, 'read', () => lstat(destination.file))).size;
    if (size > largest) return false;
  }
  await failing(place, 'write', () => mkdir(place, { recursive: true }));
  await mapSettled(placements, atOnce, async ({ destination: { file, present } }, index) => {
    if (present === undefined) return;
    const copy = join(place, String(index));
    await failing(copy, 'write', () => copyFile(file, copy));
  });
  const files = placements.map(({ file, destination: { path, present } }): ReplacedFile => {
    const receipt = receipts.get(path);
    return { path, after: file?.hash, before: present?.hash, mode: present?.mode, receipt };
  });
  const list: LastExport = { ...last, files };
  await writeFileAtomic(join(place, listName), new TextEncoder().encode(JSON.stringify(list)));
  return true;
}

/** The export is done. When nothing was kept of it, what was kept of the one before is of no use any more. */
export async function settleLast(
  userDataDir: string | undefined,
  folder: string,
  kept: boolean,
): Promise<void> {
  if (userDataDir === undefined) return;
  const place = placeOf(userDataDir, folder);
  await remove(place);
  if (!kept) return;
  await failing(place, 'write', () => rename(nextOf(place), place));
  await dropOldest(userDataDir);
}

/** An export that did not come about. */
export async function forgetNext(userDataDir: string | undefined, folder: string): Promise<void> {
  if (userDataDir !== undefined) await remove(nextOf(placeOf(userDataDir, folder)));
}

/** The last export into this folder, by its real path, or the latest one of a library. */
export async function findLast(
  userDataDir: string,
  of: { readonly folder: string } | { readonly library: string },
): Promise<KeptExport | undefined> {
  const all = await listKept(userDataDir);
  const mine = all.filter((one) => ('folder' in of ? one.folder === of.folder : one.library === of.library));
  return mine.toSorted((a, b) => b.time - a.time)[0];
}

/** It was taken back: nothing is kept of it any more. */
export const dropLast = ({ place }: KeptExport): Promise<void> => remove(place);

async function listKept(userDataDir: string): Promise<readonly KeptExport[]> {
  const found: KeptExport[] = [];
  for (const name of await namesInFolder(undoFolder(userDataDir))) {
    const place = join(undoFolder(userDataDir), name);
    const last = name.endsWith('.next') ? undefined : await readList(place);
    if (last !== undefined) found.push({ ...last, place });
  }
  return found;
}

async function dropOldest(userDataDir: string): Promise<void> {
  const all = (await listKept(userDataDir)).toSorted((a, b) => b.time - a.time);
  for (const { place } of all.slice(foldersKept)) await remove(place);
}

async function readList(place: string): Promise<LastExport | undefined> {
  try {
    const value: unknown = JSON.parse(
      (await readRegularFile(join(place, listName), 64_000_000)).toString('utf8'),
    );
    return isLast(value) ? value : undefined;
  } catch (error) {
    // Cut or unreadable: there is nothing to be taken back by it.
    if (error instanceof FailureError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isLast(value: unknown): value is LastExport {
  if (typeof value !== 'object' || value === null) return false;
  const { folder, library, time, files } = value as Partial<LastExport>;
  return (
    typeof folder === 'string' &&
    typeof library === 'string' &&
    typeof time === 'number' &&
    Array.isArray(files) &&
    files.every((file: Partial<ReplacedFile>) => typeof file.path === 'string')
  );
}

const remove = (place: string): Promise<void> =>
  failing(place, 'write', () => rm(place, { recursive: true, force: true }));
const undoFolder = (userDataDir: string): string => join(userDataDir, 'exports', 'undo');
const placeOf = (userDataDir: string, folder: string): string =>
  join(undoFolder(userDataDir), sha256(new TextEncoder().encode(folder)).slice(0, 24));
const nextOf = (place: string): string => `${place}.next`;
