import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { blogTarget } from '../core/contract/export.ts';
import type { Language } from '../core/contract/settings.ts';
import { drawWith } from '../core/markdown/diagrams.ts';
import { cliMessages } from '../core/messages/cli.ts';
import type { CliMessages } from '../core/messages/cli-en.ts';
import { allTargets, languageOption, readCommand } from './cli-arguments.ts';
import type { CliCommand } from './cli-arguments.ts';
import { exportLibrary } from './cli-blog.ts';
import { importPosts } from './cli-import.ts';
import { jobOf, userDataOf } from './cli-job.ts';
import type { CliJob, PostCommand } from './cli-job.ts';
import { failureText, isStopped, oneLine, problemLine, problemRecord } from './cli-report.ts';
import type { Wording } from './cli-report.ts';
import type { CliSurroundings } from './cli-surroundings.ts';
import { keptDiagram } from './diagrams/kept-diagrams.ts';
import { planExport, runExport } from './export/export-post.ts';
import { FailureError, failureOf } from './failures.ts';

const ok = 0;
const wrong = 1;
const notUnderstood = 2;

const ofThisProcess: CliSurroundings = {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  progress: process.stderr.isTTY ? (text) => process.stderr.write(`\r\u001B[K${text}`) : undefined,
  interrupted: () => {
    const abort = new AbortController();
    process.once('SIGINT', () => abort.abort());
    return abort.signal;
  },
};

/**
 * Runs one command in plain Node, without a window and without a display; `args` begin with the command's name.
 * Answers the exit code: 0 done, 1 something is wrong with the post or the folder, 2 the command is not understood.
 * Paths of exported files go to `out`, one a line; problems to `err`, one a line, with file and line.
 */
export async function runCli(
  args: readonly string[],
  around: CliSurroundings = ofThisProcess,
): Promise<number> {
  const language = languageOption(args) ?? systemLanguage(around.env);
  const words = cliMessages(language);
  const command = readCommand(args, words);
  switch (command.kind) {
    case 'help':
      around.out(words.help(allTargets.join(', ')));
      return ok;
    case 'version':
      around.out(version());
      return ok;
    case 'usage':
      around.err(`fude: ${command.message}`);
      return notUnderstood;
    case 'export':
      return exportAny(command, { language, words }, around);
    case 'import':
      return importAny(command, { language, words }, around);
  }
}

type ExportCommand = Extract<CliCommand, { readonly kind: 'export' }>;

async function exportAny(command: ExportCommand, wording: Wording, around: CliSurroundings): Promise<number> {
  const userDataDir = userDataOf(command, around.cwd, around.env);
  // Only a window draws; here is what it has kept.
  drawWith(async (source) => (await keptDiagram(userDataDir, source)) ?? { kind: 'undrawn' });
  try {
    const done = isAboutPost(command)
      ? await exportPost(command, wording, around)
      : await exportLibrary(command, wording, around);
    return done ? ok : wrong;
  } catch (error) {
    const failure = failureOf(error);
    const message = failureText(failure, wording);
    if (command.json)
      around.out(JSON.stringify({ ok: false, target: command.target, failure: failure.kind, message }));
    else around.err(`fude: ${message}`);
    return wrong;
  }
}

type ImportCommand = Extract<CliCommand, { readonly kind: 'import' }>;

async function importAny(command: ImportCommand, wording: Wording, around: CliSurroundings): Promise<number> {
  try {
    return (await importPosts(command, wording, around)) ? ok : wrong;
  } catch (error) {
    const failure = failureOf(error);
    const message = failureText(failure, wording);
    if (command.json) around.out(JSON.stringify({ ok: false, failure: failure.kind, message }));
    else around.err(`fude: ${message}`);
    return wrong;
  }
}

const isAboutPost = (command: ExportCommand): command is PostCommand => command.target !== blogTarget;

async function exportPost(
  command: PostCommand,
  wording: Wording,
  { cwd, env, out, err }: CliSurroundings,
): Promise<boolean> {
  const { words, language } = wording;
  const found = await jobOf(command, cwd, env, language);
  if (found === undefined) {
    err(`fude: ${words.notInLibrary(command.post, command.library ?? '')}`);
    return false;
  }
  const { files, problems } = await planExport(found.job);
  const foreign = files
    .filter(({ change }) => change === 'foreign')
    .map(({ path }) => join(found.job.folder, path));
  const report = (done: boolean, more: object): boolean => {
    const records = problems.map((problem) => problemRecord(problem, command.post, wording));
    if (command.json)
      out(
        JSON.stringify({
          ok: done,
          target: command.target,
          folder: found.job.folder,
          ...more,
          problems: records,
        }),
      );
    return done;
  };
  if (!command.json) {
    for (const line of blogLines(found, words, cwd)) err(line);
    for (const problem of problems) err(problemLine(problem, command.post, wording));
  }
  if (isStopped(problems)) return report(false, { files });
  if (foreign.length > 0 && !command.overwrite)
    throw new FailureError({ kind: 'would-overwrite', paths: foreign });
  if (command.check) {
    if (!command.json) for (const { change, path } of files) out(oneLine(`${change}: ${path}`));
    return report(true, { files });
  }
  const { written } = await runExport(found.job, command.overwrite);
  if (!command.json) for (const path of written) out(path);
  return report(true, { written });
}

function blogLines({ blogProblems, blogPath }: CliJob, words: CliMessages, cwd: string): readonly string[] {
  const path = relative(cwd, blogPath);
  return blogProblems.map((problem) => {
    const sentence =
      problem.kind === 'broken' ? words.blogBroken(problem.reason) : words.blogBadValue(problem.key);
    return oneLine(`${path}:${String(problem.line)}: ${words.warning}: ${sentence}`);
  });
}

function systemLanguage(env: NodeJS.ProcessEnv): Language {
  const locale =
    env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^ja(?:[_.-]|$)/i.test(locale) ? 'ja' : 'en';
}

/** From the package that this file was built into, however deep in it. */
function version(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const found =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  return typeof found === 'string' ? found : '';
}
