import type { BlogProblem } from '../../core/contract/export.ts';
import { comparableName } from '../../core/post/file-name.ts';
import { findWritten } from './destination.ts';
import type { Destination } from './destination.ts';
import { isInside } from './library-image.ts';
import { isAsWritten } from './published.ts';
import { isOwn } from './receipts.ts';
import type { Receipt, Receipts } from './receipts.ts';

/** What earlier exports of this library wrote into a folder and this one does not. */
export interface Leftovers {
  /** Fude's own, and untouched since: they go. */
  readonly removals: readonly Destination[];
  /** Paths that Fude need not remember any more. */
  readonly forgotten: ReadonlySet<string>;
  /** Those that somebody has changed: they stay, and are the author's from now on. */
  readonly problems: readonly BlogProblem[];
}

/** Where there is no folder yet, or errors leave open what is gone. */
export const nothingLeft: Leftovers = { removals: [], forgotten: new Set(), problems: [] };

/**
 * `folder` and `library` are real paths; `paths` is what the export consists of, `isMine` tells which of the library's
 * earlier files belong to it.
 */
export async function findLeftovers(
  folder: string,
  library: string,
  receipts: Receipts,
  paths: readonly string[],
  isMine: (receipt: Receipt) => boolean,
): Promise<Leftovers> {
  // On a disk that ignores case, a page of another case is the new page.
  const wanted = new Set(paths.map(comparableName));
  const removals: Destination[] = [];
  const forgotten = new Set<string>();
  const problems: BlogProblem[] = [];
  for (const [path, receipt] of receipts) {
    if (receipt.library !== library || !isMine(receipt) || wanted.has(comparableName(path))) continue;
    const destination = await findWritten(folder, path);
    // What lies in the library is the author's, whoever wrote it.
    if (destination !== undefined && isInside(library, destination.file)) continue;
    if (destination?.present !== undefined) {
      const own = isOwn(receipt, library, destination.present.hash);
      if (own || (await isAsWritten(receipt.target, destination, receipt))) {
        removals.push(destination);
        continue;
      }
    }
    forgotten.add(path);
    if (destination?.present === undefined) continue;
    problems.push({
      severity: 'warning',
      kind: 'not-removed',
      line: undefined,
      subject: path,
      post: undefined,
    });
  }
  return { removals, forgotten, problems };
}
