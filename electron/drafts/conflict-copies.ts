import type { PostId, PostSummary } from '../../core/contract/post.ts';
import { conflictCopyOf } from '../../core/post/conflict-copy.ts';
import { folderOf, joinId, nameOf } from './post-path.ts';

/**
 * The posts with the copies that sync tools left beside them; a copy is no row of its own. A name alone makes no copy: its
 * original lies beside it, and where an author may have chosen the name, title and date are those of the original.
 */
export function withCopies(rows: ReadonlyMap<PostId, PostSummary>): readonly PostSummary[] {
  const copies = new Map<PostId, PostId[]>();
  const originals = new Map<PostId, PostId>();
  for (const [id, row] of rows) {
    const original = originalOf(id, row, rows);
    if (original !== undefined) originals.set(id, original);
  }
  if (originals.size === 0) return [...rows.values()];
  for (const id of originals.keys()) {
    const top = topOf(id, originals);
    copies.set(top, [...(copies.get(top) ?? []), id].toSorted());
  }
  return [...rows].flatMap(([id, row]) =>
    originals.has(id) ? [] : [copies.has(id) ? { ...row, copies: copies.get(id) ?? [] } : row],
  );
}

function originalOf(
  id: PostId,
  row: PostSummary,
  rows: ReadonlyMap<PostId, PostSummary>,
): PostId | undefined {
  const copy = conflictCopyOf(nameOf(id));
  if (copy === undefined) return undefined;
  const original = joinId(folderOf(id), copy.original) as PostId;
  const there = rows.get(original);
  if (there === undefined) return undefined;
  return copy.sure || (there.title === row.title && there.date === row.date) ? original : undefined;
}

/** A copy of a copy belongs to the post; names only get shorter on the way, so it ends. */
function topOf(id: PostId, originals: ReadonlyMap<PostId, PostId>): PostId {
  const original = originals.get(id);
  return original === undefined ? id : topOf(original, originals);
}

/** Whether one of these names in a folder is a copy of another that lies there too. */
export function isCopyAmong(name: string, names: ReadonlySet<string>): boolean {
  const copy = conflictCopyOf(name);
  return copy !== undefined && names.has(copy.original);
}
