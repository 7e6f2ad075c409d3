import { readdir, realpath, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FailureError, errorCode, failing } from '../failures.ts';
import { nameTaken, syncFolder } from '../files/folder.ts';
import { readRegularFile } from '../files/read.ts';
import { isRunning, thisProcess } from '../files/running.ts';
import { hashOf } from './destination.ts';
import { isInside } from './library-image.ts';

/** How to take back an export that is being put in place. Paths are absolute, after links. */
export interface Undo {
  /** In the order in which they are put in place; the number of a step is that of its file in the stage. */
  readonly steps: readonly UndoStep[];
  /** Folders that are made for the export, outer ones first. */
  readonly folders: readonly string[];
}

/** One file of the export. */
export interface UndoStep {
  readonly file: string;
  /** SHA-256 of the new bytes, hex. */
  readonly hash: string;
  /** Whether a file was there before; it is kept in the stage as `NUMBER.old`. */
  readonly present: boolean;
}

/** Lies in the stage from the first rename to the last. */
export const undoName = 'undo.json';

/** Folders in which an export is made ready; a killed process leaves one behind. The numbers are its id and start. */
const stageName = /^\.fude-export-(\d+)-(?:(\d*)-)?[0-9a-f]+$/;

/** A name that tells whose stage it is; `random` is hex. */
export function newStageName(random: string): string {
  const { pid, started } = thisProcess();
  return `.fude-export-${String(pid)}-${started}-${random}`;
}

/** Takes back as many steps as were done; doing it twice, or half and then whole, comes to the same. */
export async function takeBack(stage: string, { steps, folders }: Undo): Promise<void> {
  for (const [index, { file, hash, present }] of [...steps.entries()].toReversed()) {
    const old = join(stage, `${String(index)}.old`);
    await failing(file, 'write', async () => {
      if (await nameTaken(old)) {
        // What somebody made of the file since the crash is theirs.
        if (await isUntouched(file, old, hash)) await rename(old, file);
      } else if (!present && (await nameTaken(file)) && (await hashOf(file)) === hash) await unlink(file);
    });
  }
  for (const folder of folders.toReversed()) {
    try {
      await rmdir(folder);
    } catch (error) {
      // Somebody put something into it, or it was never made.
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(errorCode(error) ?? '')) throw error;
    }
  }
}

async function isUntouched(file: string, old: string, hash: string): Promise<boolean> {
  if (!(await nameTaken(file))) return true;
  const now = await hashOf(file);
  return now === hash || now === (await hashOf(old));
}

/**
 * Takes back what a Fude that died in the middle of an export left in this folder, given by its real path.
 * `export-in-use` when another one is at work there; the caller lets no other export of this process run.
 */
export async function recover(folder: string): Promise<void> {
  for (const { stage, running } of await stagesIn(folder)) {
    if (running) throw new FailureError({ kind: 'export-in-use', path: folder });
    const undo = await readUndo(stage);
    if (undo !== undefined && (await allInside(folder, undo))) {
      await takeBack(stage, undo);
      await failing(folder, 'write', () => syncFolder(folder));
    }
    await failing(stage, 'write', () => rm(stage, { recursive: true, force: true }));
  }
}

/** Whether an export that died has left the folder half-way. Writes nothing. */
export async function isHalfDone(folder: string): Promise<boolean> {
  for (const { stage, running } of await stagesIn(folder)) {
    if (!running && (await readUndo(stage)) !== undefined) return true;
  }
  return false;
}

async function stagesIn(
  folder: string,
): Promise<readonly { readonly stage: string; readonly running: boolean }[]> {
  const names = await failing(folder, 'read', () => readdir(folder));
  return names.flatMap((name) => {
    const match = stageName.exec(name);
    if (match === null) return [];
    const owner = { pid: Number(match[1]), started: match[2] ?? '' };
    return [{ stage: join(folder, name), running: owner.pid !== process.pid && isRunning(owner) }];
  });
}

/** Undefined before the first step and after the last, when there is nothing to take back. */
async function readUndo(stage: string): Promise<Undo | undefined> {
  try {
    const value: unknown = JSON.parse(
      (await readRegularFile(join(stage, undoName), 64_000_000)).toString('utf8'),
    );
    return isUndo(value) ? value : undefined;
  } catch (error) {
    if (error instanceof FailureError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isUndo(value: unknown): value is Undo {
  if (typeof value !== 'object' || value === null || !('steps' in value) || !('folders' in value))
    return false;
  const { steps, folders } = value;
  return (
    Array.isArray(folders) &&
    folders.every((folder) => typeof folder === 'string') &&
    Array.isArray(steps) &&
    steps.every(
      (step: Partial<UndoStep>) =>
        typeof step.file === 'string' && typeof step.hash === 'string' && typeof step.present === 'boolean',
    )
  );
}

/** The list may come from anybody who can write into the folder; it reaches no further than that folder. */
async function allInside(folder: string, { steps, folders }: Undo): Promise<boolean> {
  for (const path of [...steps.map(({ file }) => dirname(file)), ...folders.map((made) => dirname(made))]) {
    if (!isInside(folder, path)) return false;
    if ((await nameTaken(path)) && !isInside(folder, await realpath(path))) return false;
  }
  return true;
}
