// npm run faults: real faults under real typing, many times, and one table of what was lost.
// npm run faults -- -g 'NAME' does those of that name only; with --add they join the table of the runs before.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { bin, root, run } from './run.mjs';
import { runScript, withProgress } from './say.mjs';

/** @typedef {{ fault: string, runs: number, savedLost: number, losses: number[], states: string }} Row */

/** @param {readonly number[]} values @param {number} share */
const at = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** One row a fault: its runs may have been done in portions. @param {readonly Row[]} rows */
function together(rows) {
  return [...new Set(rows.map(({ fault }) => fault))].map((fault) => {
    const parts = rows.filter((row) => row.fault === fault);
    return {
      fault,
      runs: parts.reduce((sum, { runs }) => sum + runs, 0),
      savedLost: parts.reduce((sum, { savedLost }) => sum + savedLost, 0),
      losses: parts.flatMap(({ losses }) => losses),
      states: [...new Set(parts.flatMap(({ states }) => states.split(', ')))].join(', '),
    };
  });
}

/** @param {readonly Row[]} rows */
function printed(rows) {
  const cells = together(rows).map(({ fault, runs, savedLost, losses, states }) => [
    fault,
    String(runs),
    String(savedLost),
    ...[0.5, 0.95, 1].map((share) => `${at(losses, share).toFixed(0)} ms`),
    states,
  ]);
  const lines = [['fault', 'runs', 'lost saved', 'loss p50', 'p95', 'worst', 'states seen'], ...cells];
  const widths = lines[0]?.map((_cell, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

await runScript(async () => {
  await ensureDependencies();
  const { ensureBuilt } = await import('./built.mjs');
  await ensureBuilt();
  const table = join(root, '.cache', 'faults.jsonl');
  await mkdir(join(root, '.cache'), { recursive: true });
  const words = process.argv.slice(2);
  const adds = words.includes('--add');
  const specs = words.some((word) => word.includes('e2e/')) ? [] : ['e2e/faults'];
  if (!adds) await rm(table, { force: true });
  let line = '';
  const { code, output } = await withProgress(
    '  faults',
    () =>
      run(
        process.execPath,
        [bin('playwright', 'cli.js'), 'test', ...specs, ...words.filter((word) => word !== '--add')],
        {
          env: { ...process.env, FUDE_FAULTS_TABLE: table, NO_COLOR: '1' },
          onLine: (said) => (line = said.slice(0, 100)),
        },
      ),
    () => line,
  );
  const rows = (await readFile(table, 'utf8').catch(() => '')).split('\n').filter((row) => row !== '');
  process.stdout.write(`${printed(rows.map((row) => /** @type {Row} */ (JSON.parse(row))))}\n`);
  if (code !== 0) process.stdout.write(`\n${output}\n`);
  return code;
});
