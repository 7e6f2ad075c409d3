/** The binary of the pinned `electron` package: the one releases are made of. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderSize } from './folder-size.mjs';
import { bin, root, run } from './run.mjs';
import { megabytes, say, withProgress } from './say.mjs';

const dist = bin('electron', 'dist');
const downloads = join(root, '.cache', 'electron-download');
const triedFile = join(root, '.cache', 'electron-unreachable');
const day = 24 * 60 * 60 * 1000;
/** A download of which no byte arrives for this long is given up. */
const patience = 12_000;

/** @param {string} file */
async function text(file) {
  return existsSync(file) ? (await readFile(file, 'utf8')).trim() : '';
}

/** @returns {Promise<string>} */
async function pinnedVersion() {
  return JSON.parse(await readFile(bin('electron', 'package.json'), 'utf8')).version;
}

/** The folder of the official binary when it is whole: path.txt is what its installer writes last. */
async function presentOfficial() {
  const program = await text(bin('electron', 'path.txt'));
  const version = (await text(join(dist, 'version'))).replace(/^v/, '');
  if (program === '' || version !== (await pinnedVersion()) || !existsSync(join(dist, program)))
    return undefined;
  return { dist, executable: join(dist, program), version };
}

/** @param {string} version */
async function triedLately(version) {
  if ((await text(triedFile)) !== version) return false;
  return Date.now() - (await stat(triedFile)).mtimeMs < day;
}

/** Runs the package's own installer; ends it when nothing arrives. */
async function install() {
  await mkdir(downloads, { recursive: true });
  let size = 0;
  let grewAt = Date.now();
  /** @type {NodeJS.Timeout | undefined} */
  let watch;
  const { code } = await withProgress(
    'Downloading Electron',
    () =>
      run(process.execPath, [bin('electron', 'install.js')], {
        env: { ...process.env, TMPDIR: downloads, TMP: downloads, TEMP: downloads },
        onStart: (child) => {
          const look = async () => {
            const now = (await folderSize(downloads)) + (await folderSize(dist));
            if (now !== size) grewAt = Date.now();
            size = now;
            if (Date.now() - grewAt > patience) child.kill();
          };
          watch = setInterval(() => void look(), 1000);
        },
      }),
    () => megabytes(size),
  );
  clearInterval(watch);
  await rm(downloads, { recursive: true, force: true });
  return code === 0;
}

/** The official binary, downloaded now if need be; undefined when its release page cannot be reached. */
export async function officialElectron() {
  const present = await presentOfficial();
  if (present !== undefined) return present;
  const version = await pinnedVersion();
  if (await triedLately(version)) return undefined;
  if (await install()) return await presentOfficial();
  say(`Electron ${version} cannot be downloaded from its release page here.`);
  return undefined;
}

/** For a day {@link officialElectron} does not ask again: call it once another runtime is there. */
export async function forgoOfficial() {
  const version = await pinnedVersion();
  if (!(await triedLately(version))) await writeFile(triedFile, version);
}
