/** node_modules as package-lock.json wants it. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, root } from './run.mjs';
import { assertRoom, diskFull, say, Trouble, withProgress } from './say.mjs';

const hiddenLock = join('node_modules', '.package-lock.json');
const unreachable =
  /ENOTFOUND|ENOTCACHED|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;

/** The network is what is missing: the one trouble that a machine may have and the project be whole. */
export class NoNetwork extends Trouble {}

/**
 * What an npm command's failure means to a person.
 * @param {string} output
 * @param {string} what what could not be had
 */
export function npmTrouble(output, what) {
  if (output.includes('ENOSPC')) return diskFull(root);
  if (unreachable.test(output)) {
    return new NoNetwork(
      `The npm registry cannot be reached, and ${what} must come from there once.`,
      'connect to the network (or point npm at a mirror: npm config set registry URL) and run the same command again',
    );
  }
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!) (?!code|errno|syscall)./.test(line));
  return new Trouble(
    `npm could not fetch ${what}: ${(lines[0] ?? output.trim()).slice(0, 300)}`,
    'read the whole message: npm ci',
  );
}

/** @param {string} file @returns {Promise<Record<string, { version?: string, optional?: boolean }> | undefined>} */
async function lockedPackages(file) {
  try {
    return JSON.parse(await readFile(join(root, file), 'utf8')).packages;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT' || error instanceof SyntaxError)
      return undefined;
    throw error;
  }
}

/**
 * True when every package of the lock is there in its version. npm writes `node_modules/.package-lock.json` last,
 * so an interrupted install has none. Optional packages of other platforms may be missing.
 * @param {string} folder
 */
async function installed(folder) {
  const have = await lockedPackages(join(folder, 'node_modules/.package-lock.json'));
  const want = await lockedPackages(join(folder, 'package-lock.json'));
  if (have === undefined || want === undefined) return false;
  return Object.entries(want).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = have[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/**
 * Installs the dependencies when they are missing or not those of the lock. Without a network npm would try each of
 * them in vain for half a minute, so that is asked first; npm's cache may still hold them all.
 * @param {string} [folder] one with a lock of its own, from the project's root
 */
export async function ensureDependencies(folder = '.') {
  if (await installed(folder)) return;
  await assertRoom(root, 600e6);
  say('Installing the dependencies (npm ci) …');
  const { code, output } = await withProgress('Installing the dependencies', async () => {
    const asked = await npm(['ping', ...retries]);
    const network = unreachable.test(asked.output) ? ['--offline'] : retries;
    return npm(['ci', '--include=dev', '--no-audit', '--no-fund', ...network], { cwd: join(root, folder) });
  });
  if (code === 0 && !output.includes('TAR_ENTRY_ERROR')) return;
  // npm ends well though a package could not be written; it must not count as installed next time.
  await rm(join(root, folder, hiddenLock), { force: true });
  throw npmTrouble(output, 'the dependencies');
}
