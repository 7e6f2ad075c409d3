/** The checks of `npm test`, in order; a row is one check. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { checkLayers } from './layers.mjs';
import { provideElectron } from './prepare-electron.mjs';
import { bin, root, run } from './run.mjs';
import { say, sayTrouble } from './say.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped?: number, output: string }} Result
 * @typedef {(line: string) => void} OnLine what it says while it runs
 * @typedef {object} Step
 * @property {string} name
 * @property {(onLine: OnLine) => Promise<Result>} run
 * @property {true} [speaks] tells its progress itself
 * @property {true} [slow] left out of `npm run check`
 * @property {readonly string[]} [needs] the steps without which this one makes no sense
 */

/** A tool that passes or fails as a whole. @param {string} script @param {...string} args */
function tool(script, ...args) {
  return async (/** @type {OnLine} */ onLine) => {
    const { code, output } = await run(process.execPath, [script, ...args], { onLine });
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  };
}

/**
 * A test runner that leaves a report. A run that ends badly, or that ran nothing, has failed whatever it counted.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {string} report
 * @param {(report: any) => { passed: number, failed: number, skipped: number }} count
 */
function runner(script, args, report, count) {
  return async (/** @type {OnLine} */ onLine) => {
    const file = join(root, '.cache', report);
    await rm(file, { force: true });
    const env = { ...process.env, NO_COLOR: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const { code, output } = await run(process.execPath, [script, ...args], { env, onLine });
    const counts = await readFile(file, 'utf8').then(
      (text) => count(JSON.parse(text)),
      () => ({ passed: 0, failed: 0, skipped: 0 }),
    );
    if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
    return { ...counts, output };
  };
}

async function layers() {
  const offences = await checkLayers(root);
  return {
    passed: offences.length === 0 ? 1 : 0,
    failed: offences.length === 0 ? 0 : 1,
    output: offences.join('\n'),
  };
}

/** Real engines build an export. Those that are not on this machine are skipped, and named. */
async function blogs(/** @type {OnLine} */ onLine) {
  const { code, output } = await run(process.execPath, ['e2e/blogs/start.mjs', '--short'], { onLine });
  const counts = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(output);
  for (const line of output.split('\n')) if (line.startsWith('- ')) say(line);
  const [passed = 0, failed = 0, skipped = 0] = (counts ?? []).slice(1).map(Number);
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), skipped, output };
}

/** Set-up that says its own progress and troubles. @param {() => Promise<unknown>} work */
function setUp(work) {
  return async () => {
    try {
      await work();
      return { passed: 1, failed: 0, output: '' };
    } catch (error) {
      sayTrouble(error);
      return { passed: 0, failed: 1, output: '' };
    }
  };
}

const vitest = ['run', '--reporter=default', '--reporter=json', '--outputFile.json=.cache/unit.json'];

/** @type {readonly Step[]} */
export const steps = [
  { name: 'Electron', slow: true, speaks: true, run: setUp(() => provideElectron({ ownDisplay: true })) },
  { name: 'types', run: tool(bin('typescript', 'bin/tsc'), '-b') },
  { name: 'lint', run: tool(bin('oxlint', 'bin/oxlint')) },
  { name: 'format', run: tool(bin('oxfmt', 'bin/oxfmt'), '--check') },
  { name: 'dead code', run: tool(bin('knip', 'bin/knip.js')) },
  { name: 'layers', run: layers },
  {
    name: 'unit tests',
    run: runner(bin('vitest', 'vitest.mjs'), vitest, 'unit.json', (report) => ({
      passed: report.numPassedTests,
      // A file that cannot even be loaded has no tests to count.
      failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
      skipped: report.numPendingTests + report.numTodoTests,
    })),
  },
  { name: 'build', slow: true, speaks: true, run: setUp(ensureBuilt) },
  { name: 'blogs built from exports', slow: true, needs: ['build'], run: blogs },
  {
    name: 'journeys',
    slow: true,
    needs: ['Electron', 'build'],
    run: runner(bin('playwright', 'cli.js'), ['test', '--reporter=list,json'], 'journeys.json', (report) => ({
      passed: report.stats.expected,
      failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
      skipped: report.stats.skipped,
    })),
  },
];
