import { basename, dirname, join, relative, sep } from 'node:path';
import { needsYes } from '../../core/contract/export.ts';
import type { ExportPlan, FileChange } from '../../core/contract/export.ts';
import { isFolderOfPosts, isPostName } from '../../core/post/post-file.ts';
import { FailureError } from '../failures.ts';
import { findDestination } from './destination.ts';
import type { Destination } from './destination.ts';
import { isInside } from './library-image.ts';
import type { PreparedFile } from './prepare.ts';
import { isOwn } from './receipts.ts';
import type { Receipt } from './receipts.ts';

/** A file of an export beside what lies in its place. */
export interface Compared {
  readonly file: PreparedFile;
  readonly destination: Destination;
  readonly change: FileChange;
}

/** A plan with what it was made from, for a closer look at its files. */
export interface LookedAt {
  readonly plan: ExportPlan;
  readonly compared: readonly Compared[];
  /** What will be taken away. */
  readonly removals: readonly Destination[];
}

/** Where an export goes. */
export interface Place {
  /** As the author wrote it. */
  readonly written: string;
  /** Its real path; undefined while there is none. */
  readonly folder: string | undefined;
  /** Real path of the library that is exported. */
  readonly library: string;
}

/** Throws a FailureError when something is in the way that no yes can allow to be written over. */
export async function compare(
  file: PreparedFile,
  { written, folder, library }: Place,
  receipt: Receipt | undefined,
): Promise<Compared> {
  const destination =
    folder === undefined
      ? { path: file.path, file: join(written, ...file.path.split('/')), present: undefined }
      : await findDestination(folder, file.path);
  const change = changeOf(file, destination, receipt, library);
  if (isPostIn(library, destination.file)) {
    // A post of the library is no export, and no yes can make it one.
    if (needsYes(change)) throw new FailureError({ kind: 'exists', path: destination.file });
    // What is written here would be a second post, in the way of the first one's next export.
    if (change === 'new') throw new FailureError({ kind: 'inside-library', path: destination.file });
  }
  return { file, destination, change };
}

/** Whether a file at this place is taken for a post of the library. */
function isPostIn(library: string, file: string): boolean {
  if (!isInside(library, file) || !isPostName(basename(file))) return false;
  return relative(library, dirname(file))
    .split(sep)
    .every((part) => part === '' || isFolderOfPosts(part));
}

function changeOf(
  file: PreparedFile,
  { present }: Destination,
  receipt: Receipt | undefined,
  library: string,
): FileChange {
  if (present === undefined) return 'new';
  if (present.hash === file.hash) return 'same';
  if (isOwn(receipt, library, present.hash)) return 'changed';
  return receipt?.library === library ? 'edited' : 'foreign';
}
