import type { PostId } from '../../core/contract/post.ts';
import { FailureError } from '../failures.ts';
import { readAppData, writeAppData } from './app-data.ts';
import type { SeenPost } from './summary.ts';

/** Goes up when rows are read in another way, so that old ones are read anew. */
const version = 2;

/** The rows that an earlier start read; none when there is nothing to rely on. */
export async function readListCache(path: string): Promise<ReadonlyMap<PostId, SeenPost>> {
  const kept = await readAppData(path);
  if (typeof kept !== 'object' || kept === null || !('version' in kept) || kept.version !== version)
    return new Map();
  const rows = 'rows' in kept && Array.isArray(kept.rows) ? (kept.rows as unknown[]) : [];
  return new Map(rows.filter(isSeenPost).map((row) => [row.summary.id, row]));
}

/** Keeps the rows for the next start. They only make it quicker, so a disk that refuses them is not worth a word. */
export async function writeListCache(path: string, rows: ReadonlyMap<PostId, SeenPost>): Promise<void> {
  try {
    await writeAppData(path, { version, rows: [...rows.values()] });
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
  }
}

function isSeenPost(row: unknown): row is SeenPost {
  if (typeof row !== 'object' || row === null || !('summary' in row) || !('stamp' in row)) return false;
  const { summary, stamp } = row;
  if (typeof stamp !== 'string' || typeof summary !== 'object' || summary === null) return false;
  const { id, title, date, tags, draft, modified, copies } = summary as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof title === 'string' &&
    (date === undefined || typeof date === 'string') &&
    Array.isArray(tags) &&
    tags.every((tag) => typeof tag === 'string') &&
    typeof draft === 'boolean' &&
    typeof modified === 'number' &&
    Array.isArray(copies) &&
    copies.length === 0
  );
}
