import type { Stats } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../core/contract/failure.ts';
import { FailureError } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { makeFolders } from '../files/folder.ts';
import {
  loadManifest,
  manifestPath,
  namesOfBackups,
  objectsIn,
  soundBackups,
  writeReadme,
} from './layout.ts';
import { encodeManifest, type BackedUpFile, type Manifest } from './manifest.ts';
import { ObjectStore, type Tick } from './object-store.ts';
import { rotate } from './rotate.ts';
import { findFiles, isOfSource, type Found } from './walk.ts';

/** What to back up, where to, and who hears of it. */
export interface BackupOrder {
  /** The library; absolute. */
  readonly root: string;
  /** Where the backups of this library lie; made when it is not there. */
  readonly folder: string;
  /** Folders that are no part of the library wherever they lie; absolute. */
  readonly without: readonly string[];
  /** Bytes that all backups may take together. */
  readonly limit: number;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** Bytes gone through, and all there are. */
  readonly progress: (done: number, total: number) => void;
  /** Hears of damaged manifests that were put aside. */
  readonly told: (failure: Failure) => void;
}

/** A change within this many milliseconds before a backup may share its stamp with one right after it. */
const tooFresh = 2000;

/**
 * Backs a library up: bytes that no earlier backup has are stored, then the manifest appears at once, then old backups
 * go. Whatever stops it before leaves all earlier ones as they were. Answers the name of the new one.
 */
export async function takeBackup(order: BackupOrder): Promise<string> {
  const { root, folder, signal, now } = order;
  const found = await findFiles(root, order.without, signal);
  const total = found.files.reduce((sum, { stats }) => sum + stats.size, 0);
  if (total > order.limit)
    throw new FailureError({ kind: 'backup-too-large', path: root, size: total, limit: order.limit });

  await makeFolders(folder);
  await writeReadme(folder);
  const store = new ObjectStore(objectsIn(folder));
  await store.begin();
  const [newest] = await soundBackups(folder, order.told);
  const before = newest === undefined ? undefined : await loadManifest(folder, newest.id);
  const { files, unread } = await storeFiles(order, found, total, store, before);
  await store.flush();
  signal.throwIfAborted();

  const number = 1 + Math.max(0, ...(await namesOfBackups(folder)).map((name) => name.number));
  const id = `${String(number).padStart(6, '0')}-${localDay(now)}`;
  const manifest: Manifest = { library: root, takenAt: now.getTime(), files, links: found.links, unread };
  await writeFileAtomic(manifestPath(folder, id), encodeManifest(manifest), { create: true });
  await rotate(folder, store, order.limit);
  return id;
}

async function storeFiles(
  { root, now, signal, progress }: BackupOrder,
  found: Found,
  total: number,
  store: ObjectStore,
  before: Manifest | undefined,
): Promise<Pick<Manifest, 'files' | 'unread'>> {
  const known = new Map(before?.files.map((file) => [file.path, file]));
  const files: BackedUpFile[] = [];
  const unread = [...found.unread];
  let done = 0;
  for (const { path, stats } of found.files) {
    const tick: Tick = () => signal.throwIfAborted();
    tick(0);
    const kept = known.get(path);
    const stamp = stampOf(stats);
    if (kept?.stamp === stamp && (await store.has(kept.hash, kept.size))) files.push(kept);
    else {
      try {
        const stored = await store.store(join(root, path), tick);
        const settled = now.getTime() - Math.max(stored.stats.mtimeMs, stored.stats.ctimeMs) > tooFresh;
        files.push({
          path,
          size: stored.size,
          hash: stored.hash,
          modified: stored.stats.mtimeMs,
          executable: (stored.stats.mode & 0o111) !== 0,
          stamp: settled && stampOf(stored.stats) === stamp ? stamp : undefined,
        });
      } catch (error) {
        if (!isOfSource(error, join(root, path))) throw error;
        if (!(error instanceof FailureError) || error.failure.kind !== 'missing') unread.push(path);
      }
    }
    done += stats.size;
    progress(done, total);
  }
  return { files, unread };
}

/** Changes whenever a file is written in any way: the time of the last change of its entry cannot be set by hand. */
function stampOf(stats: Stats): string {
  return `${String(stats.mtimeMs)}:${String(stats.ctimeMs)}:${String(stats.size)}:${String(stats.ino)}`;
}

/** The calendar date on this machine, `YYYY-MM-DD`. */
export function localDay(now: Date): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
