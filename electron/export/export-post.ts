import { realpath } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { ExportPlan, ExportProblem, ExportResult } from '../../core/contract/export.ts';
import { clipboardFragment } from '../../core/targets/html-fragment.ts';
import { targets } from '../../core/targets/table.ts';
import { FailureError, failing } from '../failures.ts';
import { checkPost } from './check-post.ts';
import { compare } from './compare.ts';
import type { Compared } from './compare.ts';
import { realFolder } from './destination.ts';
import { inFolder } from './in-folder.ts';
import type { ExportJob } from './job.ts';
import { isInside } from './library-image.ts';
import { prepare, readPost } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { keepReceipts, readReceipts } from './receipts.ts';
import type { Receipt } from './receipts.ts';
import { putInPlace } from './swap.ts';
import { exportTurns } from './turns.ts';
import { recover } from './undo.ts';

/** What an export would write, and what is wrong with it. Writes nothing; throws a FailureError when it cannot even be planned. */
export function planExport(job: ExportJob): Promise<ExportPlan> {
  return exportTurns.run(async () => {
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
  return exportTurns.run(async () => {
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
  await checkInside(job);
  const { post } = await readPost(job);
  const html = await clipboardFragment(post);
  return { html, text: html };
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
  await checkInside(job);
  const folder = await realFolder(job.folder);
  if (folder !== undefined) await recover(folder);
  const { files, problems } = await prepare(job);
  const prepared = { files, problems: inOrder([...problems, ...(await checkPost(job))]) };
  const library = await realpath(job.libraryRoot);
  const receipts =
    folder === undefined ? new Map<string, Receipt>() : await readReceipts(job.userDataDir, folder);
  const place = { written: job.folder, folder, library };
  const compared: Compared[] = [];
  for (const file of prepared.files) compared.push(await compare(file, place, receipts.get(file.path)));
  return { prepared, compared, folder };
}

const inOrder = (problems: readonly ExportProblem[]): readonly ExportProblem[] =>
  problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

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

/** The window hands over any string; a post lies inside the library, links followed. */
export async function checkInside({
  libraryRoot,
  post,
}: Pick<ExportJob, 'libraryRoot' | 'post'>): Promise<void> {
  const path = join(libraryRoot, ...post.split('/'));
  const real = await failing(path, 'read', () => realpath(path));
  const root = await failing(libraryRoot, 'read', () => realpath(libraryRoot));
  if (!isInside(root, real)) throw new FailureError({ kind: 'bad-name', name: post, reason: 'outside' });
}
