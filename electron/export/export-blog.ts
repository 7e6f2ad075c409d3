import { realpath } from 'node:fs/promises';
import { blogTarget } from '../../core/contract/export.ts';
import type { BlogProblem, ExportPlan, ExportResult, PlannedFile } from '../../core/contract/export.ts';
import { FailureError, failing } from '../failures.ts';
import { mapLimited } from '../files/pool.ts';
import type { BlogJob, BlogWatch } from './blog-job.ts';
import { readLibrary } from './blog-read.ts';
import type { ReadLibrary } from './blog-read.ts';
import { renderBlog } from './blog-render.ts';
import type { BlogFile } from './blog-render.ts';
import { compare } from './compare.ts';
import type { Compared, LookedAt } from './compare.ts';
import { realFolder } from './destination.ts';
import { halfDoneProblems } from './half-done.ts';
import { findLeftovers, nothingLeft } from './leftovers.ts';
import type { Leftovers } from './leftovers.ts';
import { readReceipts } from './receipts.ts';
import { recover } from './take-back.ts';
import { carryOut } from './transaction.ts';
import { exportTurns } from './turns.ts';
import { isToldOf } from './verify.ts';

const atOnce = 16;

/** What an export of the whole blog would write and take away, and what is wrong. Writes nothing. */
export const planBlog = async (job: BlogJob, watch: BlogWatch): Promise<ExportPlan> =>
  (await lookAtBlog(job, watch)).plan;

/** The same with what is needed for a closer look at its files. */
export function lookAtBlog(job: BlogJob, watch: BlogWatch): Promise<LookedAt> {
  return exportTurns.run(async () => {
    const looked = await look(job, watch);
    return { plan: planOf(looked), compared: looked.compared, removals: looked.leftovers.removals };
  });
}

/**
 * Exports a library as a blog. Only files that changed are written; what Fude wrote for posts that are gone is taken
 * away. All of it is put in place or nothing: errors of the plan stop it (`export-problems`), files that Fude did not
 * write stop it unless `overwrite` allows them (`would-overwrite`). When the signal calls it off, its reason is thrown
 * and nothing has changed.
 */
export function runBlog(job: BlogJob, overwrite: boolean, watch: BlogWatch): Promise<ExportResult> {
  return exportTurns.run(async () => {
    const { folder: written, userDataDir } = job;
    const there = await realFolder(written);
    if (there !== undefined) await recover(there);
    const looked = await look(job, watch);
    const { library, compared, leftovers, problems, folder, realLibrary } = looked;
    watch.planned?.(planOf(looked));
    const count = problems.filter(({ severity }) => severity === 'error').length;
    if (count > 0) throw new FailureError({ kind: 'export-problems', count });
    const total = compared.filter(({ change }) => change !== 'same').length + leftovers.removals.length;
    const known = new Set(problems.filter(isToldOf).map(({ post }) => post));
    const owners = new Map(compared.map(({ file }) => [file.path, file.post]));
    const result = await carryOut(
      {
        written,
        folder,
        library: realLibrary,
        userDataDir,
        target: blogTarget,
        whole: true,
        compared,
        leftovers,
        postOf: ({ path }) => owners.get(path),
        told: (post) => known.has(post),
        posts: library.posts.map(({ entry, hash }) => ({ id: entry.id, hash })),
      },
      overwrite,
      {
        staged: (done: number) => watch.progress({ step: 'writing', done, total }),
        signal: watch.signal,
      },
    );
    return { ...result, paths: [] };
  });
}

function planOf({ library, compared, leftovers, problems }: Look): ExportPlan {
  const files = compared
    .filter(({ change }) => change !== 'same')
    .map(({ file, change }): PlannedFile => ({ path: file.path, size: file.size, change }));
  const removed = leftovers.removals.map(({ path }): PlannedFile => ({ path, size: 0, change: 'removed' }));
  return {
    files: [...files, ...removed],
    unchanged: compared.length - files.length,
    posts: library.posts.length,
    drafts: library.drafts,
    problems,
  };
}

interface ComparedPage extends Compared {
  readonly file: BlogFile;
}

interface Look {
  readonly library: ReadLibrary;
  readonly compared: readonly ComparedPage[];
  readonly leftovers: Leftovers;
  readonly problems: readonly BlogProblem[];
  readonly folder: string | undefined;
  readonly realLibrary: string;
}

async function look(job: BlogJob, watch: BlogWatch): Promise<Look> {
  const { libraryRoot } = job;
  const realLibrary = await failing(libraryRoot, 'read', () => realpath(libraryRoot));
  const folder = await realFolder(job.folder);
  const library = await readLibrary(job, watch);
  const rendered = await renderBlog(job, library, watch);
  const problems = [...library.problems, ...rendered.problems];
  // Files in each other's way cannot be compared with what lies there; the author is told first.
  const clash = problems.some(({ kind }) => kind === 'same-file');
  const compared = clash ? [] : await compareAll(job, folder, realLibrary, rendered.files, watch);
  // What errors keep out of this export is not gone.
  const stopped = problems.some(({ severity }) => severity === 'error');
  const leftovers =
    folder === undefined || stopped
      ? nothingLeft
      : await findLeftovers(
          folder,
          realLibrary,
          await readReceipts(job.userDataDir, folder),
          rendered.files.map(({ path }) => path),
          ({ target }) => target === blogTarget,
        );
  return {
    library,
    compared,
    leftovers,
    problems: [...(await halfDoneProblems(folder)), ...problems, ...leftovers.problems],
    folder,
    realLibrary,
  };
}

async function compareAll(
  job: BlogJob,
  folder: string | undefined,
  library: string,
  files: readonly BlogFile[],
  { progress, signal }: BlogWatch,
): Promise<readonly ComparedPage[]> {
  const receipts = folder === undefined ? undefined : await readReceipts(job.userDataDir, folder);
  const place = { written: job.folder, folder, library, target: blogTarget } as const;
  let done = 0;
  return mapLimited(files, atOnce, async (file) => {
    signal.throwIfAborted();
    const compared = await compare(file, place, receipts?.get(file.path));
    progress({ step: 'comparing', done: (done += 1), total: files.length });
    return { ...compared, file };
  });
}
