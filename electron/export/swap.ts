import { randomBytes } from 'node:crypto';
import { access, chmod, constants, copyFile, link, lstat, mkdir, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { FailureError, errorCode, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { syncFile, syncFolder } from '../files/folder.ts';
import { sha256 } from '../files/hash.ts';
import { mapSettled } from '../files/pool.ts';
import { hashOf } from './destination.ts';
import type { Destination } from './destination.ts';
import { removeEmptyFolders } from './in-folder.ts';
import type { PreparedFile } from './prepare.ts';
import { newStageName, takeBack, undoName } from './undo.ts';
import type { Undo } from './undo.ts';

/** A file to be put in place: what it will be, and where. */
export interface Placement {
  /** Undefined: what lies there is taken away. */
  readonly file: PreparedFile | undefined;
  readonly destination: Destination;
}

/** Who looks on. */
export interface Onlooker {
  /** Told after each file that is ready to be put in place. */
  readonly staged?: ((count: number) => void) | undefined;
  /** Calls it off as long as nothing is in place; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** More files at once make no disk faster. */
const atOnce = 8;

/**
 * Puts all files in place or none, in a folder given by its real path. They are first written beside, on the same disk,
 * flushed and read back; `beforeSwap` may still call it off; then each takes its name by a rename. Whatever fails on the
 * way puts back what was there. A list of the steps lies on the disk meanwhile, so that `recover` can do the same after
 * a crash.
 */
export async function putInPlace(
  folder: string,
  placements: readonly Placement[],
  beforeSwap: () => Promise<void>,
  { staged, signal }: Onlooker = {},
): Promise<void> {
  const stage = join(folder, newStageName(randomBytes(6).toString('hex')));
  await failing(folder, 'write', () => mkdir(stage));
  const clear = (): Promise<void> =>
    failing(stage, 'write', () => rm(stage, { recursive: true, force: true }));
  try {
    let count = 0;
    await mapSettled(placements, atOnce, async ({ file, destination }, index) => {
      signal?.throwIfAborted();
      if (file !== undefined) await stageFile(join(stage, String(index)), file, destination);
      staged?.((count += 1));
    });
    signal?.throwIfAborted();
    await beforeSwap();
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

/** Nothing is left in it, so nobody misses it. */
async function removeEmptyFoldersBelow(root: string, folder: string): Promise<void> {
  const first = relative(root, folder).split(sep)[0];
  if (first !== undefined && first !== '' && first !== '..')
    await removeEmptyFolders(folder, join(root, first));
}

async function stageFile(
  staged: string,
  file: PreparedFile,
  { file: path, present }: Destination,
): Promise<void> {
  // A rename would replace a file that its owner made read-only.
  if (present !== undefined) await failing(path, 'write', () => access(path, constants.W_OK));
  const bytes = await file.bytes();
  if (sha256(bytes) !== file.hash) throw new FailureError({ kind: 'changed-outside', path });
  try {
    await writeFileAtomic(staged, bytes);
  } catch (error) {
    // The author knows the file by the name it was to get.
    if (!(error instanceof FailureError) || !('path' in error.failure)) throw error;
    throw new FailureError({ ...error.failure, path }, { cause: error });
  }
  if (present !== undefined) await failing(path, 'write', () => chmod(staged, present.mode));
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
    await keep(file, `${staged}.old`);
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
