import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../core/contract/failure.ts';
import type { Language } from '../core/contract/settings.ts';
import { copySample } from './drafts/samples.ts';
import { errorCode, failing, failureOf } from './failures.ts';
import { makeFolders } from './files/folder.ts';
import { answerOf } from './files/patience.ts';

/** Makes a library with one sample where there is no folder yet. True when it did; throws when it cannot be reached. */
export async function makeLibrary(root: string, appPath: string, language: Language): Promise<boolean> {
  try {
    await answerOf(root, readdir(root));
    return false;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  await makeFolders(root);
  await copySample(join(appPath, 'assets/samples'), language, root);
  return true;
}

/** Why a library cannot be opened now; undefined when it can. */
export async function unreachable(root: string): Promise<Failure | undefined> {
  try {
    await failing(root, 'read', () => answerOf(root, readdir(root)));
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}
