// npm test: every check, from a fresh clone on. With --quick: those that need no Electron.
import { ensureDependencies } from './dependencies.mjs';
import { runScript, say, withProgress } from './say.mjs';

const quick = process.argv.includes('--quick');

await runScript(async () => {
  await ensureDependencies();
  const { steps } = await import('./test-steps.mjs');
  const sum = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Set<string>} */
  const failed = new Set();
  for (const step of steps) {
    if (quick && step.slow === true) continue;
    const lacking = step.needs?.find((name) => failed.has(name));
    if (lacking !== undefined) {
      sum.failed += 1;
      say(`✗ ${step.name} (not run, because ${lacking} failed)`);
      continue;
    }
    const began = Date.now();
    let line = '';
    const work = () => step.run((text) => (line = text.slice(0, 100)));
    const result = await (step.speaks === true ? work() : withProgress(`  ${step.name}`, work, () => line));
    sum.passed += result.passed;
    sum.failed += result.failed;
    sum.skipped += result.skipped ?? 0;
    if (result.failed > 0) failed.add(step.name);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    const counts =
      result.passed + result.failed > 1 ? `${result.passed} passed, ${result.failed} failed, ` : '';
    say(`${result.failed > 0 ? '✗' : '✓'} ${step.name} (${counts}${seconds} s)`);
    if (result.failed > 0) say(result.output.trimEnd());
  }
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
  process.stdout.write(`${sum.passed} passed, ${sum.failed} failed${skipped}\n`);
  return sum.failed > 0 ? 1 : 0;
});
