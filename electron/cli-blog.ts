import { realpath } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import blogCss from '../assets/themes/blog.css?raw';
import themeCss from '../assets/themes/default.css?raw';
import type { BlogPlan, BlogProblem, BlogProgress } from '../core/contract/export.ts';
import { readBlog } from '../core/post/blog.ts';
import { languageOfText } from '../core/post/text-language.ts';
import type { CliCommand } from './cli-arguments.ts';
import { postsOf, textIfThere, userDataOf } from './cli-job.ts';
import { isStopped, oneLine, problemLine, problemRecord } from './cli-report.ts';
import type { Wording } from './cli-report.ts';
import type { CliSurroundings } from './cli-surroundings.ts';
import { blogFileName } from './drafts/blog-file.ts';
import { calendarDate } from './drafts/today.ts';
import type { BlogJob, BlogWatch } from './export/blog-job.ts';
import { planBlog, runBlog } from './export/export-blog.ts';
import { FailureError, failing } from './failures.ts';
import { readHead } from './files/read.ts';

type ExportCommand = Extract<CliCommand, { readonly kind: 'export' }>;

/** Bytes of a post that show its language. */
const head = 65_536;

/** Exports a library as a blog, or says what that would do; answers whether all is well. Throws a FailureError. */
export async function exportLibrary(
  command: ExportCommand,
  wording: Wording,
  around: CliSurroundings,
): Promise<boolean> {
  const { words } = wording;
  const { job, blogLines } = await jobOf(command, wording, around);
  if (!command.json) for (const line of blogLines) around.err(line);
  const fileOf = ({ post }: BlogProblem): string =>
    relative(around.cwd, join(job.libraryRoot, post ?? blogFileName)) || blogFileName;
  let plan: BlogPlan | undefined;
  const signal = around.interrupted?.() ?? new AbortController().signal;
  const watch: BlogWatch = {
    progress: progressOn(around, wording),
    signal,
    planned: (planned) => {
      plan = planned;
      around.progress?.('');
      if (command.json) return;
      for (const problem of planned.problems) around.err(problemLine(problem, fileOf(problem), wording));
    },
  };
  const report = (ok: boolean, more: object): boolean => {
    around.progress?.('');
    if (!command.json) return ok;
    const problems = (plan?.problems ?? []).map((problem) =>
      problemRecord(problem, fileOf(problem), wording),
    );
    around.out(JSON.stringify({ ok, target: command.target, folder: job.folder, ...more, problems }));
    return ok;
  };
  try {
    if (command.check) {
      const planned = await planBlog(job, watch);
      watch.planned?.(planned);
      return report(sayPlan(planned, command, wording, around), planned);
    }
    const result = await runBlog(job, command.overwrite, watch);
    if (!command.json) {
      const { written, removed, unchanged } = result;
      around.out(words.blogDone(written, removed, unchanged, plan?.posts ?? 0, plan?.drafts ?? 0));
    }
    return report(true, result);
  } catch (error) {
    if (signal.aborted) {
      report(false, { calledOff: true });
      around.err(`fude: ${words.calledOff}`);
      return false;
    }
    // What stops it has been said, a problem a line.
    if (!(error instanceof FailureError) || error.failure.kind !== 'export-problems') throw error;
    return report(false, { written: 0, removed: 0 });
  }
}

function sayPlan(
  plan: BlogPlan,
  { overwrite, json }: ExportCommand,
  { words }: Wording,
  { out }: CliSurroundings,
): boolean {
  const removed = plan.files.filter(({ change }) => change === 'removed').length;
  const foreign = plan.files.some(({ change }) => change === 'foreign');
  if (!json) {
    for (const { change, path } of plan.files) out(oneLine(`${change}: ${path}`));
    out(words.blogWouldDo(plan.files.length - removed, removed, plan.unchanged, plan.posts, plan.drafts));
  }
  return !isStopped(plan.problems) && (!foreign || overwrite);
}

/** One line that is written anew, a hundred times at most; nothing where nobody looks on. */
function progressOn({ progress }: CliSurroundings, { words }: Wording): (at: BlogProgress) => void {
  let shown = '';
  return ({ step, done, total }) => {
    if (progress === undefined) return;
    const percent = `${words.blogSteps[step]} ${String(Math.floor((done / total) * 100))}%`;
    if (percent === shown) return;
    shown = percent;
    progress(`${percent} (${String(done)}/${String(total)})`);
  };
}

async function jobOf(
  command: ExportCommand,
  { language, words }: Wording,
  { cwd, env }: CliSurroundings,
): Promise<{ readonly job: BlogJob; readonly blogLines: readonly string[] }> {
  const written = resolve(cwd, command.post);
  const libraryRoot = await failing(written, 'read', () => realpath(written));
  const posts = await postsOf(libraryRoot);
  const blogPath = join(libraryRoot, blogFileName);
  const newest = posts[0];
  const sample = newest === undefined ? undefined : await readHead(join(libraryRoot, newest), head);
  const guessed = sample && languageOfText(new TextDecoder().decode(sample.bytes));
  const { blog, problems } = readBlog(await textIfThere(blogPath), guessed ?? language);
  const blogLines = problems.map((problem) => {
    const sentence =
      problem.kind === 'broken' ? words.blogBroken(problem.reason) : words.blogBadValue(problem.key);
    return oneLine(`${relative(cwd, blogPath)}:${String(problem.line)}: ${words.warning}: ${sentence}`);
  });
  const job: BlogJob = {
    libraryRoot,
    blog,
    posts,
    folder: resolve(cwd, command.out),
    userDataDir: userDataOf(command, cwd, env),
    css: `${themeCss}\n${blogCss}`,
    today: calendarDate(new Date(), blog.timeZone),
  };
  return { job, blogLines };
}
