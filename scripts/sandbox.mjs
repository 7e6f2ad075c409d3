import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.mjs';
import { say, Trouble } from './say.mjs';

/**
 * The arguments under which Chromium's sandbox can work here: none for an ordinary user. Chromium refuses to sandbox
 * root; and a kernel that forbids user namespaces needs the setuid helper.
 * @param {string} dist the runtime's folder
 * @returns {Promise<string[]>}
 */
export async function sandboxArguments(dist) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) {
    say('Note: running as root, so without Chromium’s sandbox (--no-sandbox).');
    return ['--no-sandbox'];
  }
  const helper = join(dist, 'chrome-sandbox');
  const setuid = await stat(helper).then(
    ({ uid, mode }) => uid === 0 && (mode & 0o4000) !== 0,
    () => false,
  );
  if (setuid || (await run('unshare', ['--user', '--map-root-user', 'true'])).code === 0) return [];
  throw new Trouble(
    'This system forbids the user namespaces that Chromium’s sandbox needs.',
    `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}
