// npm run bench: everything it needs, then the measurements.
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../scripts/built.mjs';
import { ensureDependencies } from '../scripts/dependencies.mjs';
import { prepareElectron } from '../scripts/prepare-electron.mjs';
import { root } from '../scripts/run.mjs';
import { runScript, withProgress } from '../scripts/say.mjs';

/** What else runs here disturbs the windows less; only an administrator may ask for that. */
function goFirst() {
  try {
    setPriority(constants.priority.PRIORITY_HIGHEST);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== 'ERR_SYSTEM_ERROR') throw error;
  }
}

await runScript(async () => {
  await ensureDependencies();
  await ensureDependencies('bench');
  await ensureBuilt();
  const { buildBench, out } = await import('./build.mjs');
  await withProgress('Building the bench', buildBench);
  const { bench } = await import(pathToFileURL(join(out, 'harness', 'main.mjs')).href);
  goFirst();
  const prepared = await prepareElectron({ ownDisplay: true });
  try {
    return await bench({ root, out, electron: prepared, args: process.argv.slice(2) });
  } finally {
    prepared.stop();
  }
});
