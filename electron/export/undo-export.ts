import { join } from 'node:path';
import type { UndoneExport } from '../../core/contract/export.ts';
import { FailureError } from '../failures.ts';
import { readRegularFile } from '../files/read.ts';
import { findWritten, realFolder } from './destination.ts';
import type { Destination } from './destination.ts';
import { removeEmptyFolders } from './in-folder.ts';
import { dropLast, findLast } from './last-export.ts';
import type { KeptExport, ReplacedFile } from './last-export.ts';
import { forgetPosts } from './post-receipts.ts';
import { keepReceipts } from './receipts.ts';
import type { Receipt } from './receipts.ts';
import { putInPlace } from './swap.ts';
import type { Placement } from './swap.ts';
import { recover } from './take-back.ts';
import { exportTurns } from './turns.ts';

/** Bytes of a kept file at most. */
const largest = 2_000_000_000;

/**
 * Brings back the files that the last export replaced and takes away those that it added, whole or not at all. `of` is
 * the folder by its real path, or the library whose latest export is meant. `undo-none` when there is none to take
 * back, `undo-changed` when a file is no longer as the export left it.
 */
export function undoExport(
  userDataDir: string,
  of: { readonly folder: string } | { readonly library: string },
): Promise<UndoneExport> {
  return exportTurns.run(async () => {
    const last = await findLast(userDataDir, of);
    if (last === undefined) throw new FailureError({ kind: 'undo-none' });
    const folder = await realFolder(last.folder);
    if (folder === undefined) throw new FailureError({ kind: 'missing', path: last.folder });
    await recover(folder);
    const placements = await placementsOf(folder, last);
    await putInPlace(folder, placements, () => keepFormerReceipts(userDataDir, folder, last));
    if (last.made !== undefined) await removeEmptyFolders(folder, last.made);
    await forgetPosts(userDataDir, last);
    await dropLast(last);
    const removed = placements.filter(({ file }) => file === undefined).length;
    return { folder, restored: placements.length - removed, removed };
  });
}

async function placementsOf(folder: string, last: KeptExport): Promise<readonly Placement[]> {
  const placements: Placement[] = [];
  const changed: string[] = [];
  for (const [index, file] of last.files.entries()) {
    const destination = await findWritten(folder, file.path);
    if (destination === undefined || destination.present?.hash !== file.after)
      changed.push(join(folder, ...file.path.split('/')));
    else placements.push(placementOf(file, destination, join(last.place, String(index))));
  }
  if (changed.length > 0) throw new FailureError({ kind: 'undo-changed', paths: changed });
  return placements;
}

function placementOf(
  { path, before, mode }: ReplacedFile,
  destination: Destination,
  kept: string,
): Placement {
  if (before === undefined) return { file: undefined, destination };
  const bytes = (): Promise<Uint8Array> => readRegularFile(kept, largest);
  return { file: { path, size: 0, hash: before, bytes, shows: undefined }, destination, mode };
}

async function keepFormerReceipts(userDataDir: string, folder: string, { files }: KeptExport): Promise<void> {
  const former = new Map<string, Receipt>();
  const gone = new Set<string>();
  for (const { path, receipt } of files) {
    if (receipt === undefined) gone.add(path);
    else former.set(path, receipt);
  }
  await keepReceipts(userDataDir, folder, former, gone);
}
