import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportedText, PostExport } from '../../core/contract/exported.ts';
import type { PostId } from '../../core/contract/post.ts';
import { decodeText } from '../../core/post/line-ends.ts';
import { largestPost } from '../../core/post/post-size.ts';
import { FailureError, failing } from '../failures.ts';
import { sha256 } from '../files/hash.ts';
import { mapLimited } from '../files/pool.ts';
import { readRegularFile } from '../files/read.ts';
import { exportedBytes, readPostReceipts } from './post-receipts.ts';
import type { PostReceipt } from './post-receipts.ts';

const atOnce = 16;

/**
 * The latest exports of these posts, or of all that the library has; `library` is its real path. Only the bytes of
 * posts whose file has another time than at the export are looked at.
 */
export async function exportedPosts(
  userDataDir: string,
  library: string,
  ids: readonly PostId[] | undefined,
): Promise<readonly PostExport[]> {
  const all = await readPostReceipts(userDataDir, library);
  const asked = ids ?? [...all.keys()];
  const found = await mapLimited(asked, atOnce, async (id): Promise<PostExport | undefined> => {
    const latest = all.get(id)?.receipts[0];
    if (latest === undefined) return undefined;
    const { time, target, folder } = latest;
    return { id, time, target, folder, changed: await isChanged(join(library, id), latest) };
  });
  return found.filter((post) => post !== undefined);
}

/** What a post was at its latest export; undefined for one that was never exported. */
export async function exportedText(
  userDataDir: string,
  library: string,
  id: PostId,
): Promise<ExportedText | undefined> {
  const latest = (await readPostReceipts(userDataDir, library)).get(id)?.receipts[0];
  if (latest === undefined) return undefined;
  const { time, target, folder, hash } = latest;
  const bytes = await exportedBytes(userDataDir, library, hash);
  const decoded = bytes === undefined ? undefined : decodeText(bytes);
  const text = decoded?.kind === 'text' ? decoded.text : undefined;
  return { id, time, target, folder, changed: await isChanged(join(library, id), latest), text };
}

async function isChanged(path: string, { hash, modified }: PostReceipt): Promise<boolean> {
  try {
    const { mtimeMs } = await failing(path, 'read', () => stat(path));
    return mtimeMs !== modified && sha256(await readRegularFile(path, largestPost)) !== hash;
  } catch (error) {
    // A post that is gone or closed is in no list, or says so itself.
    if (error instanceof FailureError) return true;
    throw error;
  }
}
