/** A display for Electron on Linux: the one there is, or a virtual one of our own. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Trouble } from './say.mjs';

/**
 * @typedef {object} Display
 * @property {NodeJS.ProcessEnv} env what programs that draw on it need
 * @property {() => void} stop call when they have ended
 */

/** @param {string} path */
function listens(path) {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** True when a window can be opened here. A DISPLAY whose local server is gone counts for nothing. */
export async function hasDisplay() {
  if (process.platform !== 'linux' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '') return true;
  const display = process.env['DISPLAY'] ?? '';
  const local = /^(?:unix)?:(\d+)/.exec(display);
  return local === null ? display !== '' : listens(`/tmp/.X11-unix/X${local[1]}`);
}

/** An X authority file with one cookie for any display: without one, every user of the machine could look on. */
function authority() {
  const field = (/** @type {Buffer | string} */ value) => {
    const bytes = Buffer.from(value);
    return [Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes];
  };
  const anyAddress = Buffer.from([255, 255]);
  const parts = [
    anyAddress,
    ...field(''),
    ...field(''),
    ...field('MIT-MAGIC-COOKIE-1'),
    ...field(randomBytes(16)),
  ];
  const folder = mkdtempSync(join(tmpdir(), 'fude-display-'));
  const file = join(folder, 'Xauthority');
  writeFileSync(file, Buffer.concat(parts), { mode: 0o600 });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs its arguments so that the kernel ends them with this process, however that ends (where setpriv is there). */
const mortal = 'command -v setpriv >/dev/null && exec setpriv --pdeathsig TERM "$@"; exec "$@"';

/**
 * Starts an Xvfb on a free display number. It has its own process group, so that Ctrl+C reaches Electron alone and
 * Electron can still close its windows; it ends with `stop`, or with this process.
 * @returns {Promise<Display>}
 */
export function virtualDisplay() {
  const { file, remove } = authority();
  const args = [
    '-displayfd',
    '3',
    '-auth',
    file,
    '-screen',
    '0',
    '1920x1080x24',
    '-nolisten',
    'tcp',
    '-noreset',
  ];
  return new Promise((resolve, reject) => {
    const server = spawn('sh', ['-c', mortal, 'sh', 'Xvfb', ...args], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const stop = () => {
      server.kill();
      remove();
    };
    process.once('exit', stop);
    let complaint = '';
    server.stderr?.setEncoding('utf8').on('data', (chunk) => (complaint += chunk));
    const fail = () => {
      remove();
      reject(
        new Trouble(
          `No virtual display could be started: ${complaint.trim() || 'Xvfb is missing'}`,
          'sudo apt-get install -y xvfb',
        ),
      );
    };
    server.once('error', fail).once('exit', fail);
    // The number comes in pieces, and the server dies of a pipe closed before it has said all.
    let number = '';
    const answer = /** @type {import('node:net').Socket} */ (server.stdio[3]);
    answer.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (number += chunk));
    answer.once('end', () => {
      if (number === '') return;
      server.off('exit', fail);
      // Nobody waits for the server: it goes with this process.
      server.unref();
      /** @type {import('node:net').Socket} */ (server.stderr).unref();
      const { WAYLAND_DISPLAY: _none, ...env } = process.env;
      resolve({ env: { ...env, DISPLAY: `:${number.trim()}`, XAUTHORITY: file }, stop });
    });
  });
}
