import { realpath } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { blogTarget } from '../../core/contract/export.ts';
import type { BlogPlan, BlogProblem, BlogResult, PlannedFile } from '../../core/contract/export.ts';
import { FailureError, failing } from '../failures.ts';
import { mapLimited } from '../files/pool.ts';
import type { BlogJob, BlogWatch } from './blog-job.ts';
import { findLeftovers } from './blog-leftovers.ts';
import type { Leftovers } from './blog-leftovers.ts';
import { readLibrary } from './blog-read.ts';
import type { ReadLibrary } from './blog-read.ts';
import { renderBlog } from './blog-render.ts';
import type { BlogFile } from './blog-render.ts';
import { compare } from './compare.ts';
import type { Compared } from './compare.ts';
import { realFolder } from './destination.ts';
import { inFolder } from './in-folder.ts';
import { keepReceipts, readReceipts } from './receipts.ts';
import type { Receipt } from './receipts.ts';
import { putInPlace } from './swap.ts';
import type { Placement } from './swap.ts';
import { exportTurns } from './turns.ts';
import { recover } from './undo.ts';

const atOnce = 16;

/** What an export of the whole blog would write and take away, and what is wrong. Writes nothing. */
export function planBlog(job: BlogJob, watch: BlogWatch): Promise<BlogPlan> {
  return exportTurns.run(async () => planOf(await look(job, watch)));
}

/**
 * Exports a library as a blog. Only files that changed are written; what Fude wrote for posts that are gone is taken
 * away. All of it is put in place or nothing: errors of the plan stop it (`export-problems`), files that Fude did not
 * write stop it unless `overwrite` allows them (`would-overwrite`). When the signal calls it off, its reason is thrown
 * and nothing has changed.
 */
export function runBlog(job: BlogJob, overwrite: boolean, watch: BlogWatch): Promise<BlogResult> {
  return exportTurns.run(async () => {
    const looked = await look(job, watch);
    const { compared, leftovers, problems, folder, realLibrary } = looked;
    watch.planned?.(planOf(looked));
    const count = problems.filter(({ severity }) => severity === 'error').length;
    if (count > 0) throw new FailureError({ kind: 'export-problems', count });
    const foreign = compared
      .filter(({ change }) => change === 'foreign')
      .map(({ destination }) => destination.file);
    if (foreign.length > 0 && !overwrite) throw new FailureError({ kind: 'would-overwrite', paths: foreign });

    const written = compared.filter(({ change }) => change !== 'same');
    const placements: readonly Placement[] = [
      ...written,
      ...leftovers.removals.map((destination) => ({ file: undefined, destination })),
    ];
    const total = placements.length;
    const onlooker = {
      staged: (done: number) => watch.progress({ step: 'writing', done, total }),
      signal: watch.signal,
    };
    await inFolder(job.folder, folder, (place) =>
      putInPlace(
        place,
        placements,
        () => keepReceipts(job.userDataDir, place, receiptsOf(realLibrary, compared), leftovers.forgotten),
        onlooker,
      ),
    );
    return {
      written: written.length,
      removed: leftovers.removals.length,
      unchanged: compared.length - written.length,
    };
  });
}

function planOf({ library, compared, leftovers, problems }: Look): BlogPlan {
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
  if (!isAbsolute(job.folder)) throw new FailureError({ kind: 'refused', what: `the folder ${job.folder}` });
  const { libraryRoot } = job;
  const realLibrary = await failing(libraryRoot, 'read', () => realpath(libraryRoot));
  const folder = await realFolder(job.folder);
  if (folder !== undefined) await recover(folder);
  const library = await readLibrary(job, watch);
  const rendered = await renderBlog(job, library, watch);
  const problems = [...library.problems, ...rendered.problems];
  // Files in each other's way cannot be compared with what lies there; the author is told first.
  const clash = problems.some(({ kind }) => kind === 'same-file');
  const compared = clash ? [] : await compareAll(job, folder, realLibrary, rendered.files, watch);
  // What errors keep out of this export is not gone.
  const stopped = problems.some(({ severity }) => severity === 'error');
  const leftovers: Leftovers =
    folder === undefined || stopped
      ? { removals: [], forgotten: new Set(), problems: [] }
      : await findLeftovers(
          folder,
          realLibrary,
          await readReceipts(job.userDataDir, folder),
          rendered.files.map(({ path }) => path),
        );
  return {
    library,
    compared,
    leftovers,
    problems: [...problems, ...leftovers.problems],
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
  const place = { written: job.folder, folder, library };
  let done = 0;
  return mapLimited(files, atOnce, async (file) => {
    signal.throwIfAborted();
    const compared = await compare(file, place, receipts?.get(file.path));
    progress({ step: 'comparing', done: (done += 1), total: files.length });
    return { ...compared, file };
  });
}

function receiptsOf(library: string, compared: readonly ComparedPage[]): ReadonlyMap<string, Receipt> {
  const time = Date.now();
  return new Map(
    compared.map(({ file, destination, change }) => {
      const before = change === 'changed' ? destination.present?.hash : undefined;
      return [file.path, { hash: file.hash, before, library, post: file.post, target: blogTarget, time }];
    }),
  );
}
