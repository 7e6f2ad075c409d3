import { join } from 'node:path';
import { needsYes } from '../../core/contract/export.ts';
import type { ExportResult, TargetName, blogTarget } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError } from '../failures.ts';
import type { Compared } from './compare.ts';
import { inFolder } from './in-folder.ts';
import { forgetNext, keepBefore, settleLast } from './last-export.ts';
import type { Leftovers } from './leftovers.ts';
import { keepPosts } from './post-receipts.ts';
import type { PreparedFile } from './prepare.ts';
import { keepReceipts, readReceipts } from './receipts.ts';
import type { Receipt } from './receipts.ts';
import { putInPlace } from './swap.ts';
import type { Onlooker, Placement } from './swap.ts';
import { verifyStaged } from './verify.ts';

/** An export that was looked at and may be carried out. */
export interface Transaction {
  /** As the author wrote it, and its real path; undefined while there is none. */
  readonly written: string;
  readonly folder: string | undefined;
  /** Real path. */
  readonly library: string;
  readonly userDataDir: string | undefined;
  readonly target: TargetName | typeof blogTarget;
  readonly whole: boolean;
  readonly compared: readonly Compared[];
  readonly leftovers: Leftovers;
  readonly postOf: (file: PreparedFile) => PostId | undefined;
  /** Whether the plan told of dead links or a broken header of this post. */
  readonly told: (post: PostId | undefined) => boolean;
  /** The posts that go out, with the hashes of their files. */
  readonly posts: readonly { readonly id: PostId; readonly hash: string }[];
}

/**
 * Puts everything in place or nothing. Files that Fude did not write stop it unless `overwrite` allows them
 * (`would-overwrite`). What is replaced is kept for `undoExport`, what was written is remembered.
 */
export async function carryOut(
  transaction: Transaction,
  overwrite: boolean,
  onlooker: Onlooker,
): Promise<Omit<ExportResult, 'paths'>> {
  const { written, folder, compared, leftovers } = transaction;
  const foreign = compared.filter(({ change }) => needsYes(change));
  if (foreign.length > 0 && !overwrite) {
    const paths = foreign.map(({ destination }) => destination.file);
    throw new FailureError({ kind: 'would-overwrite', paths });
  }
  const changes = compared.filter(({ change }) => change !== 'same');
  const placements: readonly Placement[] = [
    ...changes,
    ...leftovers.removals.map((destination) => ({ file: undefined, destination })),
  ];
  let undoable = false;
  await inFolder(written, folder, async (place, made) => {
    undoable = await swap(transaction, placements, { place, made }, onlooker);
  });
  const removed = leftovers.removals.length;
  return { written: changes.length, removed, unchanged: compared.length - changes.length, undoable };
}

async function swap(
  transaction: Transaction,
  placements: readonly Placement[],
  { place, made }: { readonly place: string; readonly made: string | undefined },
  onlooker: Onlooker,
): Promise<boolean> {
  const { library, target, userDataDir, compared, leftovers, posts, postOf, told, whole } = transaction;
  const time = Date.now();
  const paths = new Set(compared.map(({ file }) => file.path));
  const staged = placements.flatMap(({ file }) =>
    file === undefined ? [] : [{ file, place: join(place, ...file.path.split('/')) }],
  );
  // Nothing to do: the export before stays the one that can be taken back.
  const idle = placements.length === 0;
  let kept = false;
  try {
    await putInPlace(
      place,
      placements,
      async () => {
        const last = { folder: place, made, library, target, time };
        const before = await readReceipts(userDataDir, place);
        kept = !idle && (await keepBefore(userDataDir, last, placements, before));
        await keepReceipts(userDataDir, place, receiptsOf(transaction, time), leftovers.forgotten);
      },
      {
        ...onlooker,
        verify: (read) => verifyStaged(staged, read, { paths, whole, told: (file) => told(postOf(file)) }),
      },
    );
  } catch (error) {
    await forgetNext(userDataDir, place);
    throw error;
  }
  if (!idle) await settleLast(userDataDir, place, kept);
  await keepPosts(userDataDir, { library, target, folder: place, time, posts });
  return kept;
}

function receiptsOf(
  { compared, library, target, postOf }: Transaction,
  time: number,
): ReadonlyMap<string, Receipt> {
  return new Map(
    compared.map(({ file, destination: { present }, change, meaning }) => {
      const before = change === 'changed' ? present?.hash : undefined;
      // What stays as it is may be written otherwise.
      const hash = change === 'same' ? (present?.hash ?? file.hash) : file.hash;
      return [file.path, { hash, before, meaning, library, post: postOf(file), target, time }];
    }),
  );
}
