import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allTargets } from '../../core/contract/export.ts';
import type { Language } from '../../core/contract/settings.ts';
import { drawWith } from '../../core/markdown/draw-with.ts';
import { cliMessages } from '../../core/messages/cli.ts';
import { languageOption, readCommand } from './arguments.ts';
import type { CliCommand } from './arguments.ts';
import { exportCommand } from './export.ts';
import { importPosts } from './import.ts';
import { userDataOf } from './job.ts';
import type { ExportCommand } from './job.ts';
import { failureText } from './report.ts';
import type { Wording } from './report.ts';
import type { CliSurroundings } from './surroundings.ts';
import { UsageError } from './target.ts';
import { keptDiagram } from '../diagrams/kept-diagrams.ts';
import { failureOf } from '../failures.ts';

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

async function exportAny(command: ExportCommand, wording: Wording, around: CliSurroundings): Promise<number> {
  const userDataDir = userDataOf(command, around.cwd, around.env);
  // Only a window draws; here is what it has kept.
  drawWith(async (source) => (await keptDiagram(userDataDir, source)) ?? { kind: 'undrawn' });
  try {
    return (await exportCommand(command, wording, around)) ? ok : wrong;
  } catch (error) {
    if (error instanceof UsageError) {
      around.err(`fude: ${error.message}`);
      return notUnderstood;
    }
    const failure = failureOf(error);
    const message = failureText(failure, wording);
    around.progress?.('');
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
