import { FailureError } from '../failures.ts';
import type { HistoryFiles } from './history-files.ts';
import { keptVersions } from './thinning.ts';

/**
 * Drops the old versions of a post (see `keptVersions`). Answers the bytes that its history takes then; undefined for one
 * that is gone. `now`: milliseconds since the epoch.
 */
export async function thinHistory(
  files: HistoryFiles,
  identity: string,
  now: number,
): Promise<number | undefined> {
  try {
    const { versions } = await files.packOf(identity);
    const kept = keptVersions(
      versions.map(({ at }) => at),
      now,
    );
    if (kept.size < versions.length) await files.keepOnly(identity, kept);
    return await files.sizeOf(identity);
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'missing') return undefined;
    throw error;
  }
}

/**
 * Halves the largest history again and again until all take `limit` bytes at most; the newest version of each post always
 * stays. `sizes`: the bytes of each, by identity.
 */
export async function fitHistories(
  files: HistoryFiles,
  sizes: Map<string, number>,
  limit: number,
): Promise<void> {
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  while (total > limit) {
    const [largest] = [...sizes].toSorted((a, b) => b[1] - a[1]);
    if (!largest) return;
    const [identity, before] = largest;
    const count = (await files.packOf(identity)).versions.length;
    sizes.delete(identity);
    if (count < 2) continue;
    const kept = [...Array(count).keys()].slice(Math.ceil(count / 2));
    await files.keepOnly(identity, new Set(kept));
    const size = await files.sizeOf(identity);
    sizes.set(identity, size);
    total -= before - size;
  }
}
