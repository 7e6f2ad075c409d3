import { rm } from 'node:fs/promises';
import { failing } from '../failures.ts';
import { damagedManifests, manifestBytes, manifestPath, namesOfBackups } from './layout.ts';
import { hashesIn } from './manifest.ts';
import type { ObjectStore } from './object-store.ts';
import { keptBackups } from './rotation.ts';

type Sizes = ReadonlyMap<string, number>;

/**
 * Lets old backups go by age, then the oldest until the rest takes at most `limit` bytes, and removes the bytes that none
 * names any more. The newest always stays; what a damaged manifest still names stays too, as long as older backups do.
 */
export async function rotate(folder: string, store: ObjectStore, limit: number): Promise<void> {
  const all = await namesOfBackups(folder);
  const kept = [...keptBackups(all)].toSorted((a, b) => b.number - a.number);
  const named = new Map<string, Sizes>();
  for (const { id } of kept) named.set(id, await sizesIn(manifestPath(folder, id)));
  for (
    let oldest = kept.at(-1);
    kept.length > 1 && together([...named.values()]) > limit;
    oldest = kept.at(-1)
  ) {
    if (oldest === undefined) break;
    kept.pop();
    named.delete(oldest.id);
  }
  for (const { id } of all)
    if (!named.has(id)) await failing(folder, 'write', () => rm(manifestPath(folder, id), { force: true }));

  const oldest = kept.at(-1)?.number ?? 0;
  const wanted = new Set([...named.values()].flatMap((sizes) => [...sizes.keys()]));
  for (const path of await damagedManifests(folder)) {
    const number = Number(/(\d+)-\d{4}-\d\d-\d\d\.jsonl\.damaged/.exec(path)?.[1] ?? 0);
    if (number < oldest) await failing(path, 'write', () => rm(path, { force: true }));
    else for (const hash of (await sizesIn(path)).keys()) wanted.add(hash);
  }
  await store.sweep(wanted);
}

/** Bytes that the backups of a folder take together, without the lists. */
export async function bytesOfBackups(folder: string, ids: readonly string[]): Promise<number> {
  const sizes: Sizes[] = [];
  for (const id of ids) sizes.push(await sizesIn(manifestPath(folder, id)));
  return together(sizes);
}

async function sizesIn(path: string): Promise<Sizes> {
  return new Map(hashesIn(await manifestBytes(path)));
}

function together(backups: readonly Sizes[]): number {
  const sizes = new Map(backups.flatMap((backup) => [...backup]));
  let sum = 0;
  for (const size of sizes.values()) sum += size;
  return sum;
}
