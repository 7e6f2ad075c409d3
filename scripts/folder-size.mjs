import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes in a folder that others are writing to: what vanishes meanwhile counts as nothing. @param {string} folder */
export async function folderSize(folder) {
  let bytes = 0;
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  for (const entry of entries)
    bytes += await stat(join(folder, entry)).then(
      (found) => (found.isFile() ? found.size : 0),
      () => 0,
    );
  return bytes;
}
