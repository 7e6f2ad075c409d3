/** Everything between a clone and an Electron that can open a window. */
import { hasDisplay, virtualDisplay } from './display.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { sandboxArguments } from './sandbox.mjs';
import { say } from './say.mjs';
import { ensureSystemLibraries, hasXvfb } from './system-libraries.mjs';

/**
 * @typedef {object} Prepared
 * @property {import('./electron-runtime.mjs').Runtime} runtime
 * @property {string[]} args what the command line needs on this machine
 * @property {NodeJS.ProcessEnv} env
 * @property {() => void} stop call when Electron has ended
 */

/**
 * @param {{ ownDisplay: boolean }} options `ownDisplay`: draw on a virtual display even where there is a real one
 * @returns {Promise<Prepared>}
 */
export async function prepareElectron({ ownDisplay }) {
  const runtime = await resolveElectron();
  const real = await hasDisplay();
  const virtual = !real || (ownDisplay && process.platform === 'linux' && (await hasXvfb()));
  await ensureSystemLibraries(runtime.executable, virtual);
  const args = await sandboxArguments(runtime.dist);
  if (!virtual) return { runtime, args, env: process.env, stop: () => {} };
  if (!real) say('There is no display here: Fude runs in a virtual one (Xvfb), where nobody sees it.');
  const { env, stop } = await virtualDisplay();
  return { runtime, args, env, stop };
}
