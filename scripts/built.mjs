/** `out/` as the sources want it: built again only when one of them changed. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bin, root, run } from './run.mjs';
import { say, Trouble, withProgress } from './say.mjs';

const sources = ['core', 'electron', 'renderer', 'assets'];
const settings = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const stamp = join(root, 'out', '.sources');

/** A hash over the names and bytes of everything the build reads. */
async function sourcesHash() {
  const listed = await Promise.all(
    sources.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    ),
  );
  const hash = createHash('sha256');
  for (const file of [...listed.flat().toSorted(), ...settings.map((name) => join(root, name))]) {
    hash
      .update(file.slice(root.length))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Builds when the sources are not those of the last build. */
export async function ensureBuilt() {
  const hash = await sourcesHash();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return;
  const { code, output } = await withProgress('Building Fude', () =>
    run(process.execPath, [bin('electron-vite', 'bin/electron-vite.js'), 'build']),
  );
  if (code !== 0) {
    say(output.trimEnd());
    throw new Trouble(
      'Fude cannot be built: see above.',
      'look into the file it names, and run the same command again',
    );
  }
  await writeFile(stamp, hash);
}
