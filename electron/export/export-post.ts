import { mkdir, realpath, rmdir } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import type { ExportPlan, ExportResult, FileChange } from '../../core/contract/export.ts';
import { clipboardFragment } from '../../core/targets/html-fragment.ts';
import { targets } from '../../core/targets/table.ts';
import { FailureError, failing } from '../failures.ts';
import { Queue } from '../files/queue.ts';
import { findDestination, realFolder } from './destination.ts';
import type { Destination } from './destination.ts';
import type { ExportJob } from './job.ts';
import { isInside } from './library-image.ts';
import { prepare, readPost } from './prepare.ts';
import type { Prepared, PreparedFile } from './prepare.ts';
import { isOwn, keepReceipts, readReceipts } from './receipts.ts';
import type { Receipt } from './receipts.ts';
import { putInPlace } from './swap.ts';
import { recover } from './undo.ts';

/** One export at a time in this process: two into one folder would look at each other's half-done work. */
const exports = new Queue();

/** What an export would write, and what is wrong with it. Writes nothing; throws a FailureError when it cannot even be planned. */
export function planExport(job: ExportJob): Promise<ExportPlan> {
  return exports.run(async () => {
    const { prepared, compared } = await look(job);
    return {
      files: compared.map(({ file, change }) => ({ path: file.path, size: file.size, change })),
      problems: prepared.problems,
    };
  });
}

/**
 * Exports a post: all of its files are put in place, or none and everything is as it was. Errors of the plan stop it
 * (`export-problems`); files that Fude did not write stop it unless `overwrite` allows them (`would-overwrite`). The
 * folder is made when it is missing. What was written is remembered before anything is put in place.
 */
export function runExport(job: ExportJob, overwrite: boolean): Promise<ExportResult> {
  return exports.run(async () => {
    const { prepared, compared, folder } = await look(job);
    const count = prepared.problems.filter(({ severity }) => severity === 'error').length;
    if (count > 0) throw new FailureError({ kind: 'export-problems', count });
    const foreign = compared
      .filter(({ change }) => change === 'foreign')
      .map(({ destination }) => destination.file);
    if (foreign.length > 0 && !overwrite) throw new FailureError({ kind: 'would-overwrite', paths: foreign });

    const placements = compared.filter(({ change }) => change !== 'same');
    const library = await realpath(job.libraryRoot);
    await inFolder(job.folder, folder, (place) =>
      putInPlace(place, placements, () =>
        keepReceipts(job.userDataDir, place, receiptsOf(job, library, compared)),
      ),
    );
    return { written: compared.map(({ file }) => join(job.folder, ...file.path.split('/'))) };
  });
}

/** A post as an HTML fragment for the clipboard: as HTML, and its source as plain text for editors that take nothing else. */
export async function copyableFragment(
  job: Pick<ExportJob, 'libraryRoot' | 'blog' | 'post' | 'themeCss'>,
): Promise<{ readonly html: string; readonly text: string }> {
  await checkPost(job);
  const { post } = await readPost(job);
  const html = await clipboardFragment(post);
  return { html, text: html };
}

interface Compared {
  readonly file: PreparedFile;
  readonly destination: Destination;
  readonly change: FileChange;
}

interface Look {
  readonly prepared: Prepared;
  readonly compared: readonly Compared[];
  /** The real path of the folder; undefined while there is none. */
  readonly folder: string | undefined;
}

async function look(job: ExportJob): Promise<Look> {
  if (!Object.hasOwn(targets, job.target))
    throw new FailureError({ kind: 'refused', what: `the target ${job.target}` });
  if (!isAbsolute(job.folder)) throw new FailureError({ kind: 'refused', what: `the folder ${job.folder}` });
  await checkPost(job);
  const folder = await realFolder(job.folder);
  if (folder !== undefined) await recover(folder);
  const prepared = await prepare(job);
  const library = await realpath(job.libraryRoot);
  const receipts =
    folder === undefined ? new Map<string, Receipt>() : await readReceipts(job.userDataDir, folder);
  const compared: Compared[] = [];
  for (const file of prepared.files) {
    const destination = await destinationOf(job.folder, folder, file.path);
    const change = changeOf(file, destination, receipts.get(file.path), library);
    // A post of the library is no export, and no yes can make it one.
    if (
      change === 'foreign' &&
      isInside(library, destination.file) &&
      /\.(?:md|markdown)$/i.test(destination.file)
    ) {
      throw new FailureError({ kind: 'exists', path: destination.file });
    }
    compared.push({ file, destination, change });
  }
  return { prepared, compared, folder };
}

async function destinationOf(
  written: string,
  folder: string | undefined,
  path: string,
): Promise<Destination> {
  if (folder !== undefined) return findDestination(folder, path);
  return { path, file: join(written, ...path.split('/')), present: undefined };
}

function changeOf(
  file: PreparedFile,
  { present }: Destination,
  receipt: Receipt | undefined,
  library: string,
): FileChange {
  if (present === undefined) return 'new';
  if (present.hash === file.hash) return 'same';
  return isOwn(receipt, library, present.hash) ? 'changed' : 'foreign';
}

function receiptsOf(
  job: ExportJob,
  library: string,
  compared: readonly Compared[],
): ReadonlyMap<string, Receipt> {
  const { post, target } = job;
  const time = Date.now();
  return new Map(
    compared.map(({ file, destination, change }) => {
      const before = change === 'changed' ? destination.present?.hash : undefined;
      return [file.path, { hash: file.hash, before, library, post, target, time }];
    }),
  );
}

/** Makes the folder when there is none, and takes it away again when the work fails. */
async function inFolder(
  written: string,
  folder: string | undefined,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  if (folder !== undefined) return work(folder);
  const first = await failing(written, 'write', () => mkdir(written, { recursive: true }));
  try {
    await work(await realpath(written));
  } catch (error) {
    if (first !== undefined) await removeEmptyFolders(written, first);
    throw error;
  }
}

async function removeEmptyFolders(from: string, to: string): Promise<void> {
  for (let folder = from; ; folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      // Somebody has put something into it meanwhile; what failed before says more than an empty folder that stays.
      return;
    }
    if (folder === to || folder === dirname(folder)) return;
  }
}

/** The window hands over any string; a post lies inside the library, links followed. */
async function checkPost({ libraryRoot, post }: Pick<ExportJob, 'libraryRoot' | 'post'>): Promise<void> {
  const path = join(libraryRoot, ...post.split('/'));
  const real = await failing(path, 'read', () => realpath(path));
  const root = await failing(libraryRoot, 'read', () => realpath(libraryRoot));
  if (!isInside(root, real)) throw new FailureError({ kind: 'bad-name', name: post, reason: 'outside' });
}
