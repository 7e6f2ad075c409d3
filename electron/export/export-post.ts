import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportPlan, ExportProblem, ExportResult, PlannedFile } from '../../core/contract/export.ts';
import { clipboardFragment } from '../../core/targets/html-fragment.ts';
import { targets } from '../../core/targets/table.ts';
import { FailureError, failing } from '../failures.ts';
import { checkPost } from './check-post.ts';
import { compare } from './compare.ts';
import type { Compared, LookedAt } from './compare.ts';
import { realFolder } from './destination.ts';
import { halfDoneProblems } from './half-done.ts';
import type { ExportJob } from './job.ts';
import { findLeftovers, nothingLeft } from './leftovers.ts';
import type { Leftovers } from './leftovers.ts';
import { isInside } from './library-image.ts';
import { madeFrom } from './made-from.ts';
import { pauseOf } from './pause.ts';
import type { Pause } from './pause.ts';
import { prepare, readPost } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { readReceipts } from './receipts.ts';
import type { Receipt } from './receipts.ts';
import { recover } from './take-back.ts';
import { carryOut } from './transaction.ts';
import { exportTurns } from './turns.ts';
import { isToldOf } from './verify.ts';

/** What an export would write, and what is wrong with it. Writes nothing; throws a FailureError when it cannot even be planned. */
export const planExport = async (job: ExportJob): Promise<ExportPlan> => (await lookAtExport(job)).plan;

/** The same with what is needed for a closer look at its files. Ends with the signal's reason when it is called off. */
export function lookAtExport(job: ExportJob, signal?: AbortSignal): Promise<LookedAt> {
  return exportTurns.run(async () => {
    const looked = await look(job, pauseOf(signal));
    return { plan: planOf(job, looked), compared: looked.compared, removals: looked.leftovers.removals };
  });
}

/**
 * Exports a post: all of its files are put in place, or none and everything is as it was. Errors of the plan stop it
 * (`export-problems`); files that Fude did not write stop it unless `overwrite` allows them (`would-overwrite`). The
 * folder is made when it is missing. What was written is remembered before anything is put in place. `planned` is told
 * what is about to be done, also when its problems stop it.
 */
export function runExport(
  job: ExportJob,
  overwrite: boolean,
  planned?: (plan: ExportPlan) => void,
): Promise<ExportResult> {
  return exportTurns.run(async () => {
    const { folder: written, userDataDir, target, post } = job;
    const there = await realFolder(written);
    if (there !== undefined) await recover(there);
    const looked = await look(job, pauseOf(undefined));
    const { prepared, compared, leftovers, folder, library } = looked;
    planned?.(planOf(job, looked));
    const count = prepared.problems.filter(({ severity }) => severity === 'error').length;
    if (count > 0) throw new FailureError({ kind: 'export-problems', count });
    const told = prepared.problems.some(isToldOf);
    const result = await carryOut(
      {
        written,
        folder,
        library,
        userDataDir,
        target,
        whole: false,
        compared,
        leftovers,
        postOf: () => post,
        told: () => told,
        posts: [{ id: post, hash: prepared.source.hash }],
      },
      overwrite,
      {},
    );
    return { ...result, paths: compared.map(({ file }) => join(written, ...file.path.split('/'))) };
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
  readonly leftovers: Leftovers;
  /** The real path of the folder; undefined while there is none. */
  readonly folder: string | undefined;
  /** Real path of the library. */
  readonly library: string;
}

async function look(job: ExportJob, pause: Pause): Promise<Look> {
  await pause();
  if (!Object.hasOwn(targets, job.target))
    throw new FailureError({ kind: 'refused', what: `the target ${job.target}` });
  await checkInside(job);
  const folder = await realFolder(job.folder);
  const made = await prepare(job, pause);
  const library = await realpath(job.libraryRoot);
  const receipts =
    folder === undefined ? new Map<string, Receipt>() : await readReceipts(job.userDataDir, folder);
  const place = { written: job.folder, folder, library, target: job.target };
  const compared: Compared[] = [];
  for (const file of made.files) {
    await pause();
    compared.push(await compare(file, place, receipts.get(file.path)));
  }
  const checked = [...made.problems, ...(await checkPost(job, pause)), ...(await halfDoneProblems(folder))];
  // What an error keeps out of this export is not gone.
  const stopped = checked.some(({ severity }) => severity === 'error');
  const leftovers =
    folder === undefined || stopped || made.own
      ? nothingLeft
      : await findLeftovers(
          folder,
          library,
          receipts,
          made.files.map(({ path }) => path),
          await madeFrom(job, library),
        );
  const prepared = { ...made, problems: inOrder([...checked, ...leftovers.problems]) };
  return { prepared, compared, leftovers, folder, library };
}

function planOf({ post }: ExportJob, { prepared, compared, leftovers }: Look): ExportPlan {
  const files = compared.map(({ file, change }): PlannedFile => ({
    path: file.path,
    size: file.size,
    change,
  }));
  const removed = leftovers.removals.map(({ path }): PlannedFile => ({ path, size: 0, change: 'removed' }));
  return {
    files: [...files, ...removed],
    unchanged: files.filter(({ change }) => change === 'same').length,
    posts: 1,
    drafts: 0,
    problems: prepared.problems.map((problem) => ({ ...problem, post })),
  };
}

const inOrder = (problems: readonly ExportProblem[]): readonly ExportProblem[] =>
  problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

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
