import { randomBytes } from 'node:crypto';
import { copyFile, link, lstat, mkdir, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { FailureError, errorCode, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { syncFile, syncFolder } from '../files/folder.ts';
import { mapLimited, mapSettled } from '../files/pool.ts';
import { readRegularFile } from '../files/read.ts';
import { findDestination, hashOf } from './destination.ts';
import type { Destination } from './destination.ts';
import { removeEmptyFolders } from './in-folder.ts';
import type { PreparedFile } from './prepare.ts';
import { stageFile } from './stage.ts';
import { newStageName, takeBack, undoName } from './take-back.ts';
import type { Undo } from './take-back.ts';

/** A file to be put in place: what it will be, and where. */
export interface Placement {
  /** Undefined: what lies there is taken away. */
  readonly file: PreparedFile | undefined;
  readonly destination: Destination;
  /** What the file may be done with, as in `chmod`; undefined: as the one before it, or as usual. */
  readonly mode?: number | undefined;
}

/** The bytes of a staged file as they lie on the disk, by its path in the export. */
export type ReadStaged = (path: string) => Promise<Uint8Array>;

/** Who looks on. */
export interface Onlooker {
  /** Looks at all that is staged before anything is put in place; throws when something is not as it should be. */
  readonly verify?: ((read: ReadStaged) => Promise<void>) | undefined;
  /** Told after each file that is ready to be put in place. */
  readonly staged?: ((count: number) => void) | undefined;
  /** Calls it off as long as nothing is in place; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** More files at once make no disk faster. */
const atOnce = 8;
/** Bytes; larger than any file that Fude exports. */
const largest = 2_000_000_000;

/**
 * Puts all files in place or none, in a folder given by its real path. They are first written beside, on the same disk,
 * flushed, read back and verified; `beforeSwap` may still call it off; then each takes its name by a rename.
 * What changed in the folder since it was looked at stops it, and whatever fails on the way puts back what was there. A
 * list of the steps lies on the disk meanwhile, so that `recover` can do the same after a crash.
 */
export async function putInPlace(
  folder: string,
  placements: readonly Placement[],
  beforeSwap: () => Promise<void>,
  { staged, signal, verify }: Onlooker = {},
): Promise<void> {
  const stage = join(folder, newStageName(randomBytes(6).toString('hex')));
  await failing(folder, 'write', () => mkdir(stage));
  const clear = (): Promise<void> =>
    failing(stage, 'write', () => rm(stage, { recursive: true, force: true }));
  try {
    let count = 0;
    await mapSettled(placements, atOnce, async ({ file, destination, mode }, index) => {
      signal?.throwIfAborted();
      if (file !== undefined) await stageFile(join(stage, String(index)), file, destination, mode);
      staged?.((count += 1));
    });
    await verify?.(readerOf(stage, placements));
    signal?.throwIfAborted();
    await beforeSwap();
    await mapLimited(placements, atOnce, ({ destination }) => checkUnchanged(folder, destination));
  } catch (error) {
    await clear();
    throw error;
  }
  const undo = await undoFor(placements);
  try {
    await writeFileAtomic(join(stage, undoName), new TextEncoder().encode(JSON.stringify(undo)));
    await swapAll(stage, placements, undo.folders);
  } catch (error) {
    // When even this fails, the stage stays, and the next export into the folder tries again.
    await takeBack(stage, undo);
    await clear();
    throw error;
  }
  // From here on the export is done; what is left of the stage is litter.
  await failing(stage, 'write', () => unlink(join(stage, undoName)));
  await clear();
  for (const { file, destination } of placements) {
    if (file === undefined) await removeEmptyFoldersBelow(folder, dirname(destination.file));
  }
}

function readerOf(stage: string, placements: readonly Placement[]): ReadStaged {
  const places = new Map(placements.map(({ destination }, index) => [destination.path, String(index)]));
  return (path) => readRegularFile(join(stage, places.get(path) ?? ''), largest);
}

/** Somebody may have been at work in the folder since it was looked at, links among it. */
async function checkUnchanged(folder: string, { path, file, present }: Destination): Promise<void> {
  const now = await findDestination(folder, path);
  if (now.file === file && now.present?.hash === present?.hash) return;
  throw new FailureError({ kind: present === undefined ? 'exists' : 'changed-outside', path: file });
}

/** Nothing is left in it, so nobody misses it. */
async function removeEmptyFoldersBelow(root: string, folder: string): Promise<void> {
  const first = relative(root, folder).split(sep)[0];
  if (first !== undefined && first !== '' && first !== '..')
    await removeEmptyFolders(folder, join(root, first));
}

async function undoFor(placements: readonly Placement[]): Promise<Undo> {
  const folders = new Set<string>();
  for (const parent of new Set(placements.map(({ destination }) => dirname(destination.file)))) {
    for (const folder of await missingFolders(parent)) folders.add(folder);
  }
  const steps = placements.map(({ file, destination }) => ({
    file: destination.file,
    hash: file?.hash ?? '',
    present: destination.present !== undefined,
  }));
  return { steps, folders: [...folders] };
}

/** Outer ones first. */
async function missingFolders(folder: string): Promise<readonly string[]> {
  try {
    await lstat(folder);
    return [];
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') return failing(folder, 'write', () => Promise.reject(error));
    return [...(await missingFolders(dirname(folder))), folder];
  }
}

async function swapAll(
  stage: string,
  placements: readonly Placement[],
  folders: readonly string[],
): Promise<void> {
  for (const folder of folders) await failing(folder, 'write', () => mkdir(folder));
  for (const [index, { file, destination }] of placements.entries()) {
    const staged = join(stage, String(index));
    await (file === undefined ? takeAway(`${staged}.old`, destination) : swapOne(staged, destination));
  }
  const parents = [...folders, ...placements.map(({ destination }) => destination.file)].map((path) =>
    dirname(path),
  );
  for (const parent of new Set(parents)) await failing(parent, 'write', () => syncFolder(parent));
}

async function swapOne(staged: string, { file, present }: Destination): Promise<void> {
  await failing(file, 'write', async () => {
    if (present === undefined) return takeFreeName(staged, file);
    const old = `${staged}.old`;
    await keep(file, old);
    if ((await hashOf(old)) !== present.hash) throw new FailureError({ kind: 'changed-outside', path: file });
    await rename(staged, file);
  });
}

async function takeAway(old: string, { file, present }: Destination): Promise<void> {
  await failing(file, 'write', () => rename(file, old));
  // Somebody may have written it anew since it was looked at.
  if ((await hashOf(old)) !== present?.hash) throw new FailureError({ kind: 'changed-outside', path: file });
}

/** A second name for the old bytes, so that the first is never without any. */
async function keep(file: string, old: string): Promise<void> {
  try {
    await link(file, old);
  } catch (error) {
    if (!cannotLink(error)) throw error;
    await copyFile(file, old);
    await syncFile(old);
  }
}

/** Unlike a rename, a hard link never takes a name that came into use meanwhile. */
async function takeFreeName(staged: string, file: string): Promise<void> {
  try {
    await link(staged, file);
  } catch (error) {
    if (!cannotLink(error)) throw error;
    await rename(staged, file);
    return;
  }
  await unlink(staged);
}

/** FAT and some network shares have no hard links. */
const cannotLink = (error: unknown): boolean =>
  ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error) ?? '');
