// npm run blogs: the samples, exported through the command line and built by the real engines.
import { ensureBuilt } from '../../scripts/built.mjs';
import { ensureDependencies, NoNetwork } from '../../scripts/dependencies.mjs';
import { runScript, say } from '../../scripts/say.mjs';

/** Hugo and Eleventy with one Japanese post; what cannot be had is skipped by name. */
const short = process.argv.includes('--short');

await runScript(async () => {
  await ensureDependencies();
  try {
    await ensureDependencies('e2e/blogs');
  } catch (error) {
    if (!short || !(error instanceof NoNetwork)) throw error;
    // Without a network the engines of npm are not there, and that is told of each.
    say(`  ${error.message}`);
  }
  await ensureBuilt();
  const { buildBlogs } = await import('./build.mjs');
  const named = process.argv.slice(2).filter((word) => !word.startsWith('-'));
  const { passed, failed, skipped } = await buildBlogs(short ? ['hugo', 'eleventy'] : named, short);
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed > 0 ? 1 : 0;
});
