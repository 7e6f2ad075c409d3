// npm start: from a fresh clone, or any later state of it, to Fude's window.
import { spawn } from 'node:child_process';
import { ensureBuilt } from './built.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { locale, prepareElectron } from './prepare-electron.mjs';
import { root } from './run.mjs';
import { runScript, say } from './say.mjs';

/**
 * Runs Fude until it is closed. Ctrl+C reaches Electron by itself, from the terminal; the other signals are handed on,
 * so that it can save and close, and the display outlives it.
 * @param {import('./prepare-electron.mjs').Prepared} prepared
 * @returns {Promise<number>}
 */
function runFude({ runtime, args, env, stop }) {
  return new Promise((resolve) => {
    // npm runs scripts in the project's folder; paths are meant from where the person stands.
    const cwd = process.env['INIT_CWD'] ?? process.cwd();
    const asked = process.argv.slice(2);
    const hasLanguage = asked.some((word) => word.startsWith('--lang='));
    const fude = spawn(runtime.executable, [root, ...args, ...asked], {
      stdio: 'inherit',
      env: hasLanguage ? { ...locale, ...env } : env,
      cwd,
    });
    process.on('SIGINT', () => {});
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
      process.on(signal, () => fude.kill(signal));
    fude.on('exit', (code) => {
      stop();
      resolve(code ?? 1);
    });
  });
}

await runScript(async () => {
  await ensureDependencies();
  await ensureBuilt();
  const prepared = await prepareElectron({ ownDisplay: false });
  say(`Starting Fude on Electron ${prepared.runtime.version} …`);
  return runFude(prepared);
});
