import { join, relative } from 'node:path';
import { blogTarget, needsYes } from '../../core/contract/export.ts';
import type { BlogProblem, ExportPlan, ExportProgress, ExportResult } from '../../core/contract/export.ts';
import { alike } from '../../core/targets/checks/alike.ts';
import { jobOf } from './job.ts';
import type { CliJob, ExportCommand } from './job.ts';
import { isStopped, oneLine, problemLine, problemRecord } from './report.ts';
import type { Wording } from './report.ts';
import type { CliSurroundings } from './surroundings.ts';
import { blogFileName } from '../drafts/blog-file.ts';
import type { BlogWatch } from '../export/blog-job.ts';
import { planBlog, runBlog } from '../export/export-blog.ts';
import { planExport, runExport } from '../export/export-post.ts';
import { FailureError } from '../failures.ts';

type KnownJob = Exclude<CliJob, { readonly kind: 'elsewhere' }>;

/** Exports a post or a library, or says what that would do; answers whether all is well. Throws a FailureError. */
export async function exportCommand(
  command: ExportCommand,
  wording: Wording,
  around: CliSurroundings,
): Promise<boolean> {
  const { words } = wording;
  const found = await jobOf(command, wording, around.cwd, around.env);
  if (found.kind === 'elsewhere') {
    around.err(`fude: ${words.notInLibrary(command.post, command.library ?? '')}`);
    return false;
  }
  if (!command.json) for (const line of blogLines(found, wording, around)) around.err(line);
  const fileOf = ({ post }: BlogProblem): string =>
    found.kind === 'post'
      ? command.post
      : relative(around.cwd, join(found.job.libraryRoot, post ?? blogFileName)) || blogFileName;
  let plan: ExportPlan | undefined;
  const planned = (now: ExportPlan): void => {
    plan = now;
    around.progress?.('');
    if (command.json) return;
    for (const group of alike(now.problems)) around.err(problemLine(group, fileOf(group.first), wording));
  };
  const signal = around.interrupted?.() ?? new AbortController().signal;
  const watch: BlogWatch = { progress: progressOn(around, wording), signal, planned };
  const report = (ok: boolean, more: object): boolean => {
    around.progress?.('');
    if (!command.json) return ok;
    const problems = (plan?.problems ?? []).map((problem) =>
      problemRecord(problem, fileOf(problem), wording),
    );
    const target = found.kind === 'post' ? found.job.target : blogTarget;
    around.out(JSON.stringify({ ok, target, folder: found.job.folder, ...more, problems }));
    return ok;
  };
  try {
    if (command.check) {
      const now = await (found.kind === 'post' ? planExport(found.job) : planBlog(found.job, watch));
      planned(now);
      const { files, unchanged, posts, drafts } = now;
      return report(sayPlan(found, now, command, wording, around), { files, unchanged, posts, drafts });
    }
    const result = await (found.kind === 'post'
      ? runExport(found.job, command.overwrite, planned)
      : runBlog(found.job, command.overwrite, watch));
    if (!command.json) sayResult(found, result, plan, wording, around);
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

/** Answers whether the export would go through. */
function sayPlan(
  found: KnownJob,
  plan: ExportPlan,
  { overwrite, json }: ExportCommand,
  { words }: Wording,
  { out }: CliSurroundings,
): boolean {
  const foreign = plan.files.some(({ change }) => needsYes(change));
  if (!json) {
    for (const { change, path } of plan.files) out(oneLine(`${change}: ${path}`));
    const removed = plan.files.filter(({ change }) => change === 'removed').length;
    const changed = plan.files.length - removed;
    if (found.kind === 'blog')
      out(words.blogWouldDo(changed, removed, plan.unchanged, plan.posts, plan.drafts));
  }
  return !isStopped(plan.problems) && (!foreign || overwrite);
}

function sayResult(
  found: KnownJob,
  { written, removed, unchanged, paths }: ExportResult,
  plan: ExportPlan | undefined,
  { words }: Wording,
  { out }: CliSurroundings,
): void {
  if (found.kind === 'post') for (const path of paths) out(oneLine(path));
  else out(words.blogDone(written, removed, unchanged, plan?.posts ?? 0, plan?.drafts ?? 0));
}

/** One line that is written anew, a hundred times at most; nothing where nobody looks on. */
function progressOn({ progress }: CliSurroundings, { words }: Wording): (at: ExportProgress) => void {
  let shown = '';
  return ({ step, done, total }) => {
    if (progress === undefined) return;
    const percent = `${words.blogSteps[step]} ${String(Math.floor((done / total) * 100))}%`;
    if (percent === shown) return;
    shown = percent;
    progress(`${percent} (${String(done)}/${String(total)})`);
  };
}

function blogLines(
  { blogProblems, blogPath }: CliJob,
  { words }: Wording,
  { cwd }: CliSurroundings,
): readonly string[] {
  const path = relative(cwd, blogPath);
  return blogProblems.map((problem) => {
    const sentence =
      problem.kind === 'broken' ? words.blogBroken(problem.reason) : words.blogBadValue(problem.key);
    return oneLine(`${path}:${String(problem.line)}: ${words.warning}: ${sentence}`);
  });
}
