import type { BlogProblem, ExportProblem } from '../../core/contract/export.ts';
import type { Failure } from '../../core/contract/failure.ts';
import type { Language } from '../../core/contract/settings.ts';
import type { CliMessages } from '../../core/messages/cli-en.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import { messagesFor } from '../../core/messages/messages.ts';
import type { Alike } from '../../core/targets/checks/alike.ts';

/** How the command line words things. */
export interface Wording {
  readonly language: Language;
  readonly words: CliMessages;
}

/** As compilers write it, so that editors find the first place: `POST.md:12: error: …`. */
export function problemLine(
  { first, lines: [line, ...others] }: Alike<ExportProblem>,
  file: string,
  { language, words }: Wording,
): string {
  const place = line === undefined ? file : `${file}:${String(line)}`;
  const { exportAlso, exportLines } = messagesFor(language);
  const also = others.length === 0 ? '' : exportAlso(exportLines(others));
  return oneLine(`${place}: ${words[first.severity]}: ${sentenceOf(first, language)}${also}`);
}

/** A problem for a program. */
export function problemRecord(
  { severity, kind, line, subject }: ExportProblem,
  file: string,
  { language }: Wording,
): object {
  return { severity, kind, file, line, subject, message: messagesFor(language).exportProblem[kind](subject) };
}

/** Whether anything of it stops the export. */
export const isStopped = (problems: readonly (ExportProblem | BlogProblem)[]): boolean =>
  problems.some(({ severity }) => severity === 'error');

export function failureText(failure: Failure, { language, words }: Wording): string {
  const sentence = failureMessage(failure, language);
  if (failure.kind === 'internal') return sentence;
  return oneLine(failure.kind === 'would-overwrite' ? `${sentence} ${words.allowOverwriting}` : sentence);
}

/** Names of files and words of posts may hold anything; a problem is one line, and a terminal takes no orders from it. */
// eslint-disable-next-line no-control-regex -- controls are what is taken out
export const oneLine = (text: string): string => text.replace(/[\x00-\x1F\x7F-\x9F]+/g, ' ');

const sentenceOf = ({ kind, subject }: ExportProblem, language: Language): string =>
  messagesFor(language).exportProblem[kind](subject);
