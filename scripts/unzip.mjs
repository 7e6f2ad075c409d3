import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/**
 * Unpacks a zip with its file modes. Names that would leave the folder are refused by yauzl.
 * @param {string} zip
 * @param {string} folder
 * @param {(path: string) => string} rename
 * @param {RegExp} skip which renamed paths to leave out
 */
export async function unzip(zip, folder, rename, skip) {
  const opened = await openPromise(zip);
  for await (const entry of opened.eachEntry()) {
    const path = rename(entry.fileName);
    if (path === '' || path.endsWith('/') || skip.test(path)) continue;
    const mode = entry.externalFileAttributes >>> 16;
    if ((mode & 0o170000) === 0o120000) throw new Error(`${zip} holds a symbolic link: ${path}`);
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await pipeline(
      await opened.openReadStreamPromise(entry),
      createWriteStream(target, { mode: mode & 0o777 }),
    );
  }
}
