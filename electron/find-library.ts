import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../core/contract/failure.ts';
import type { Language } from '../core/contract/settings.ts';
import { copySample } from './drafts/samples.ts';
import { errorCode, failing, failureOf, toFailure } from './failures.ts';
import { makeFolders } from './files/folder.ts';
import { answerOf } from './files/patience.ts';

/** A library to be shown. Absolute paths. */
export interface LibraryWish {
  readonly root: string;
  /** Fude had it open before: when it is not there now, its disk may come back, and nothing must lie in its place then. */
  readonly isKnown: boolean;
  /** What is shown instead: there is always a library to write in. */
  readonly instead: string;
}

/** A library that is there. */
export interface FoundLibrary {
  readonly root: string;
  /** It is new, with one sample. */
  readonly isNew: boolean;
  /** Why it is not the one that was wished for, or not as it was. */
  readonly failures: readonly Failure[];
}

/** The library that is wished for, made where there is none yet, or the one instead. Throws when that cannot be made either. */
export async function findLibrary(
  { root, isKnown, instead }: LibraryWish,
  appPath: string,
  language: Language,
): Promise<FoundLibrary> {
  const make = (path: string): Promise<boolean> => makeLibrary(path, appPath, language);
  try {
    if (isKnown && root !== instead && !(await isThere(root)))
      return {
        root: instead,
        isNew: await make(instead),
        failures: [{ kind: 'library-away', path: root, opened: instead }],
      };
    const isNew = await make(root);
    return { root, isNew, failures: isNew && isKnown ? [{ kind: 'library-anew', path: root }] : [] };
  } catch (error) {
    const failures = [toFailure(error, root, 'read')];
    return { root: instead, isNew: await make(instead), failures };
  }
}

async function isThere(root: string): Promise<boolean> {
  try {
    await answerOf(root, readdir(root));
    return true;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return false;
  }
}

async function makeLibrary(root: string, appPath: string, language: Language): Promise<boolean> {
  if (await isThere(root)) return false;
  await makeFolders(root);
  await copySample(join(appPath, 'assets/samples'), language, root);
  return true;
}

/** Which of these libraries can be opened now, and why the others cannot. */
export async function reachableOf(
  roots: readonly string[],
): Promise<{ readonly reached: readonly string[]; readonly failures: readonly Failure[] }> {
  const reached: string[] = [];
  const failures: Failure[] = [];
  for (const root of roots) {
    try {
      await failing(root, 'read', () => answerOf(root, readdir(root)));
      reached.push(root);
    } catch (error) {
      failures.push(failureOf(error));
    }
  }
  return { reached, failures };
}
