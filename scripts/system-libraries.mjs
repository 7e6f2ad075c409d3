/** What Electron needs from a Debian or Ubuntu beneath it; other systems are told what is missing. */
import { run } from './run.mjs';
import { diskFull, say, Trouble, withProgress } from './say.mjs';

const libraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libxss1',
];
const japanese = 'fonts-noto-cjk';

/** @param {string} executable */
async function missingLibraries(executable) {
  const { output } = await run('ldd', [executable]);
  return [...new Set([...output.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name))];
}

/** True when a program of this name can be run. @param {string} name */
async function has(name) {
  return (await run('sh', ['-c', `command -v ${name}`])).code === 0;
}

export const hasXvfb = () => has('Xvfb');

async function hasJapaneseFont() {
  return (await run('fc-list', [':lang=ja', 'family'])).output.trim() !== '';
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries: `libasound2` is `libasound2t64` there. @param {string} name */
async function currentName(name) {
  const renamed = await run('apt-cache', ['show', `${name}t64`]);
  return renamed.code === 0 && renamed.output !== '' ? `${name}t64` : name;
}

/** @param {readonly string[]} wanted */
async function install(wanted) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  let line = '';
  const options = { env, onLine: (/** @type {string} */ text) => (line = text.slice(0, 80)) };
  say('Installing system packages with apt-get …');
  const far = () => line;
  await withProgress('Reading the package lists', () => run('apt-get', ['update'], options), far);
  const packages = await Promise.all(wanted.map(currentName));
  const words = ['install', '-y', '--no-install-recommends', ...packages];
  const { code, output } = await withProgress(
    'Installing system packages',
    () => run('apt-get', words, options),
    far,
  );
  if (code === 0) return;
  if (output.includes('No space left')) throw diskFull('/');
  throw new Trouble(
    `apt-get could not install ${packages.join(' ')}: ${output.trim().split('\n').at(-1)}`,
    `connect to the network, then: apt-get update && apt-get install -y ${packages.join(' ')}`,
  );
}

/**
 * Makes sure that Electron finds its libraries, a virtual display where one is needed, and a Japanese font.
 * @param {string} executable
 * @param {boolean} needsXvfb
 */
export async function ensureSystemLibraries(executable, needsXvfb) {
  if (process.platform !== 'linux') return;
  const missing = await missingLibraries(executable);
  const noXvfb = needsXvfb && !(await hasXvfb());
  const noFont = !(await hasJapaneseFont());
  const wanted = [
    ...(missing.length > 0 ? libraries : []),
    ...(noXvfb ? ['xvfb'] : []),
    ...(noFont ? [japanese] : []),
  ];
  if (wanted.length === 0) return;
  const apt = await has('apt-get');
  if (apt && process.getuid?.() === 0) return install(wanted);
  const mend = apt
    ? `sudo apt-get install -y ${(await Promise.all(wanted.map(currentName))).join(' ')}`
    : "install them with your system's package manager";
  if (missing.length > 0) throw new Trouble(`Electron misses system libraries: ${missing.join(', ')}.`, mend);
  if (noXvfb) throw new Trouble('There is no display, and no Xvfb to make a virtual one.', mend);
  say(`Note: there is no Japanese font here; Japanese text will not show. (${mend})`);
}
