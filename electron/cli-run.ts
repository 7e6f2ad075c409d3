import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { targetNames } from '../core/contract/export.ts';
import type { ExportProblem } from '../core/contract/export.ts';
import type { Failure } from '../core/contract/failure.ts';
import type { Language } from '../core/contract/settings.ts';
import { cliMessages } from '../core/messages/cli.ts';
import type { CliMessages } from '../core/messages/cli-en.ts';
import { failureMessage } from '../core/messages/failures.ts';
import { messagesFor } from '../core/messages/messages.ts';
import { languageOption, readCommand } from './cli-arguments.ts';
import type { CliCommand } from './cli-arguments.ts';
import { jobOf } from './cli-job.ts';
import type { CliJob } from './cli-job.ts';
import { planExport, runExport } from './export/export-post.ts';
import { failureOf } from './failures.ts';

/** What a command line has of its surroundings. */
export interface CliSurroundings {
  /** Relative paths start here. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Each takes a text without its last line end. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const ok = 0;
const wrong = 1;
const notUnderstood = 2;

const ofThisProcess: CliSurroundings = {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
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
      around.out(words.help(targetNames.join(', ')));
      return ok;
    case 'version':
      around.out(version());
      return ok;
    case 'usage':
      around.err(`fude: ${command.message}`);
      return notUnderstood;
    case 'export':
      return exportPost(command, language, words, around);
  }
}

async function exportPost(
  command: Extract<CliCommand, { readonly kind: 'export' }>,
  language: Language,
  words: CliMessages,
  { cwd, env, out, err }: CliSurroundings,
): Promise<number> {
  try {
    const found = await jobOf(command, cwd, env, language);
    if (found === undefined) {
      err(`fude: ${words.notInLibrary(command.post, command.library ?? '')}`);
      return wrong;
    }
    for (const line of blogLines(found, words, cwd)) err(line);
    const { problems } = await planExport(found.job);
    for (const problem of problems) err(problemLine(problem, command.post, language, words));
    if (problems.some(({ severity }) => severity === 'error')) return wrong;
    const { written } = await runExport(found.job, command.overwrite);
    for (const path of written) out(path);
    return ok;
  } catch (error) {
    err(`fude: ${failureText(failureOf(error), language, words)}`);
    return wrong;
  }
}

/** As compilers write it, so that editors find the place: `POST.md:12: error: …`. */
function problemLine(problem: ExportProblem, post: string, language: Language, words: CliMessages): string {
  const sentence = messagesFor(language).exportProblem[problem.kind](problem.subject);
  const place = problem.line === undefined ? post : `${post}:${String(problem.line)}`;
  return oneLine(`${place}: ${words[problem.severity]}: ${sentence}`);
}

function blogLines({ blogProblems, blogPath }: CliJob, words: CliMessages, cwd: string): readonly string[] {
  const path = relative(cwd, blogPath);
  return blogProblems.map((problem) => {
    const sentence =
      problem.kind === 'broken' ? words.blogBroken(problem.reason) : words.blogBadValue(problem.key);
    return oneLine(`${path}:${String(problem.line)}: ${words.warning}: ${sentence}`);
  });
}

function failureText(failure: Failure, language: Language, words: CliMessages): string {
  const sentence = failureMessage(failure, language);
  if (failure.kind === 'internal') return sentence;
  return oneLine(failure.kind === 'would-overwrite' ? `${sentence} ${words.allowOverwriting}` : sentence);
}

/** Names of files and words of posts may hold anything; a problem is one line, and a terminal takes no orders from it. */
// eslint-disable-next-line no-control-regex -- controls are what is taken out
const oneLine = (text: string): string => text.replace(/[\x00-\x1F\x7F-\x9F]+/g, ' ');

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
