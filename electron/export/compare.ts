import { basename, dirname, join, relative, sep } from 'node:path';
import { needsYes } from '../../core/contract/export.ts';
import type { ExportPlan, FileChange, TargetName, blogTarget } from '../../core/contract/export.ts';
import { isFolderOfPosts, isPostName } from '../../core/post/post-file.ts';
import { largestPost } from '../../core/post/post-size.ts';
import { FailureError } from '../failures.ts';
import { readRegularFile } from '../files/read.ts';
import { findDestination } from './destination.ts';
import type { Destination } from './destination.ts';
import { isInside } from './library-image.ts';
import type { PreparedFile } from './prepare.ts';
import { articleIn } from './published.ts';
import type { Article } from './published.ts';
import { isOwn } from './receipts.ts';
import type { Receipt } from './receipts.ts';

/** A file of an export beside what lies in its place. */
export interface Compared {
  readonly file: PreparedFile;
  readonly destination: Destination;
  readonly change: FileChange;
  /** See `Receipt`. */
  readonly meaning: string | undefined;
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
  readonly target: TargetName | typeof blogTarget;
}

/** Throws a FailureError when something is in the way that no yes can allow to be written over. */
export async function compare(
  file: PreparedFile,
  { written, folder, library, target }: Place,
  receipt: Receipt | undefined,
): Promise<Compared> {
  const destination =
    folder === undefined
      ? { path: file.path, file: join(written, ...file.path.split('/')), present: undefined }
      : await findDestination(folder, file.path);
  const article = await articleIn(target, file.path, file.bytes);
  const seen = changeOf(file, destination, receipt, library);
  const change =
    article === undefined ? seen : await changeOfArticle(seen, article, destination, receipt, target);
  if (isPostIn(library, destination.file)) {
    // A post of the library is no export, and no yes can make it one.
    if (needsYes(change)) throw new FailureError({ kind: 'exists', path: destination.file });
    // What is written here would be a second post, in the way of the first one's next export.
    if (change === 'new') throw new FailureError({ kind: 'inside-library', path: destination.file });
  }
  return { file, destination, change, meaning: article?.meaning };
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

/** What a place's own tool wrote into the file when it published it is no change of somebody's. */
async function changeOfArticle(
  seen: FileChange,
  { meaning, kept }: Article,
  { path, file }: Destination,
  receipt: Receipt | undefined,
  target: Place['target'],
): Promise<FileChange> {
  if (seen !== 'edited' && seen !== 'changed') return seen;
  const there = await articleIn(target, path, () => readRegularFile(file, largestPost));
  if (there === undefined) return seen;
  if (there.meaning === meaning && there.kept === kept) return 'same';
  return there.meaning === receipt?.meaning ? 'changed' : seen;
}
