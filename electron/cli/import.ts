import { basename, resolve } from 'node:path';
import type { ImportReport, ImportRow } from '../../core/contract/import.ts';
import { importMessages, importSentences } from '../../core/messages/import.ts';
import type { CliCommand } from './arguments.ts';
import { oneLine } from './report.ts';
import type { Wording } from './report.ts';
import type { CliSurroundings } from './surroundings.ts';
import { importFile } from '../import/import-file.ts';

type ImportCommand = Extract<CliCommand, { readonly kind: 'import' }>;

/**
 * Imports an export file into a library, which is made when it is missing and the file is an export. Paths of new posts go
 * to `out`, what there is to look after to `err`, one line each. Answers whether the whole file was read. Throws a
 * FailureError.
 */
export async function importPosts(
  command: ImportCommand,
  { language }: Wording,
  around: CliSurroundings,
): Promise<boolean> {
  const words = importMessages(language);
  const file = resolve(around.cwd, command.file);
  const libraryRoot = resolve(around.cwd, command.out);
  let shown = -1;
  const report = await importFile(
    { file, libraryRoot, makeLibrary: true },
    {
      signal: around.interrupted?.() ?? new AbortController().signal,
      progress: ({ done, total }) => {
        const percent = Math.floor((done / Math.max(1, total)) * 100);
        if (percent === shown) return;
        shown = percent;
        around.progress?.(words.cli.progress(percent));
      },
    },
  );
  around.progress?.('');
  const ok = !report.cut && !report.calledOff;
  if (command.json) {
    around.out(JSON.stringify({ ok, file, library: libraryRoot, ...report, rows: report.rows.map(record) }));
    return ok;
  }
  for (const row of report.rows) {
    const { outcome, title } = row;
    if (outcome.kind === 'imported') around.out(resolve(libraryRoot, outcome.id));
    const name = outcome.kind === 'left-out' ? title || words.untitled : outcome.id;
    for (const sentence of importSentences(row, words)) around.err(oneLine(`${name}: ${sentence}`));
  }
  around.out(sumOf(report, words));
  if (report.cut) around.err(`${basename(file)}: ${words.cut}`);
  if (report.calledOff) around.err(`fude: ${words.calledOff}`);
  return ok;

  function record(row: ImportRow): object {
    return { ...row, messages: importSentences(row, words) };
  }
}

function sumOf({ rows, images }: ImportReport, words: ReturnType<typeof importMessages>): string {
  const count = (kind: ImportRow['outcome']['kind']): number =>
    rows.filter(({ outcome }) => outcome.kind === kind).length;
  return words.cli.sum(
    words.imported(count('imported')),
    words.same(count('same')),
    words.leftOut(count('left-out')),
    words.images(images),
  );
}
