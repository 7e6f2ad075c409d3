/** Everything between a clone and an Electron that can open a window. */
import { hasDisplay, virtualDisplay } from './display.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { sandboxArguments } from './sandbox.mjs';
import { say } from './say.mjs';
import { ensureSystemLibraries, hasXvfb } from './system-libraries.mjs';

/**
 * @typedef {object} Provided
 * @property {import('./electron-runtime.mjs').Runtime} runtime
 * @property {string[]} args what the command line needs on this machine
 * @property {boolean} virtual whether it needs a virtual display
 *
 * @typedef {object} Prepared
 * @property {import('./electron-runtime.mjs').Runtime} runtime
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {() => void} stop call when Electron has ended
 */

/**
 * Given `--lang`, Electron on Linux adds LC_ALL to its environment in the moment in which its D-Bus thread reads that.
 * Before glibc 2.41 what is read may be freed by it, and Electron ends by SIGSEGV before it has a window, once in a
 * thousand starts or so. A variable that is there from the start is changed in its place, and nothing is freed.
 */
export const locale = { LC_ALL: 'C.UTF-8' };

/** See electron/file-threads.ts. */
const threads = { UV_THREADPOOL_SIZE: '64' };

/**
 * Electron and all it needs from the machine.
 * @param {{ ownDisplay: boolean }} options `ownDisplay`: draw on a virtual display even where there is a real one
 * @returns {Promise<Provided>}
 */
export async function provideElectron({ ownDisplay }) {
  const runtime = await resolveElectron();
  const real = await hasDisplay();
  const virtual = !real || (ownDisplay && process.platform === 'linux' && (await hasXvfb()));
  await ensureSystemLibraries(runtime.executable, virtual);
  const args = await sandboxArguments(runtime.dist);
  if (!real) say('There is no display here: Fude runs in a virtual one (Xvfb), where nobody sees it.');
  return { runtime, args, virtual };
}

/**
 * As {@link provideElectron}, with the display opened. What draws on its own display, tests and measurements, has its
 * own locale too.
 * @param {{ ownDisplay: boolean }} options
 * @returns {Promise<Prepared>}
 */
export async function prepareElectron(options) {
  const { virtual, runtime, args } = await provideElectron(options);
  const own = options.ownDisplay ? locale : {};
  if (!virtual) return { runtime, args, env: { ...threads, ...process.env, ...own }, stop: () => {} };
  const { env, stop } = await virtualDisplay();
  // Without a desktop Chromium complains of its absence, many lines at every start.
  return { runtime, args: [...args, '--log-level=3'], env: { ...threads, ...env, ...own }, stop };
}
