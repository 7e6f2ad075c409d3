import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlogProblem } from '../../core/contract/export.ts';
import { FailureError, errorCode, failing } from '../failures.ts';
import { readRegularFile } from '../files/read.ts';
import { realFolder } from './destination.ts';
import { receiptsFolder } from './receipts.ts';
import { isHalfDone, recover } from './take-back.ts';
import { exportTurns } from './turns.ts';

/** Says that an export into the folder was cut off. Writes nothing. */
export async function halfDoneProblems(folder: string | undefined): Promise<readonly BlogProblem[]> {
  if (folder === undefined || !(await isHalfDone(folder))) return [];
  const problem = {
    severity: 'warning',
    kind: 'export-interrupted',
    line: undefined,
    subject: folder,
  } as const;
  return [{ ...problem, post: undefined }];
}

/** Takes back what a killed export left in one folder, so that a plan sees the folder as it was. */
export function recoverFolder(folder: string): Promise<void> {
  return exportTurns.run(async () => {
    const real = await realFolder(folder);
    if (real !== undefined) await recover(real);
  });
}

/** The same for every folder that Fude ever exported to. Called at the start. What cannot be reached stays as it was left. */
export async function recoverExports(userDataDir: string): Promise<void> {
  for (const folder of await exportedFolders(userDataDir)) {
    try {
      await recoverFolder(folder);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
    }
  }
}

async function exportedFolders(userDataDir: string): Promise<readonly string[]> {
  const place = receiptsFolder(userDataDir);
  const names = await failing(place, 'read', () => readdir(place)).catch((error: unknown) => {
    if (error instanceof FailureError && error.failure.kind === 'missing') return [];
    throw error;
  });
  const folders = await Promise.all(
    names.filter((name) => name.endsWith('.json')).map((name) => folderIn(join(place, name))),
  );
  return folders.filter((folder) => folder !== undefined);
}

async function folderIn(path: string): Promise<string | undefined> {
  try {
    const value: unknown = JSON.parse((await readRegularFile(path, 64_000_000)).toString('utf8'));
    const folder =
      typeof value === 'object' && value !== null && 'folder' in value ? value.folder : undefined;
    return typeof folder === 'string' ? folder : undefined;
  } catch (error) {
    // A damaged memory names no folder.
    if (error instanceof SyntaxError || error instanceof FailureError || errorCode(error) !== undefined)
      return undefined;
    throw error;
  }
}
