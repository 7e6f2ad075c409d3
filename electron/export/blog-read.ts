import { join } from 'node:path';
import type { BlogProblem } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { comparableName } from '../../core/post/file-name.ts';
import { decodeText } from '../../core/post/line-ends.ts';
import type { DecodedText } from '../../core/post/line-ends.ts';
import { largestPost } from '../../core/post/post-size.ts';
import { entryOf } from '../../core/targets/blog/entry.ts';
import type { BlogEntry } from '../../core/targets/blog/entry.ts';
import { postToExport } from '../../core/targets/post-to-export.ts';
import type { PostToExport } from '../../core/targets/target.ts';
import { FailureError } from '../failures.ts';
import { sha256 } from '../files/hash.ts';
import { mapLimited } from '../files/pool.ts';
import { readRegularFile } from '../files/read.ts';
import type { BlogJob, BlogWatch } from './blog-job.ts';

/** Posts whose text is in memory at once. */
const atOnce = 8;

/** A post that goes out; its text is not kept: a library need not fit into memory. */
export interface ReadPost {
  readonly entry: BlogEntry;
  /** Of its bytes, so that a change meanwhile is seen. */
  readonly hash: string;
}

/** What there is to export, and what stops it. */
export interface ReadLibrary {
  /** In the order of the job; none in another one's place. */
  readonly posts: readonly ReadPost[];
  readonly drafts: number;
  readonly problems: readonly BlogProblem[];
}

/** Reads what the pages of a blog say of all posts. */
export async function readLibrary(job: BlogJob, { progress, signal }: BlogWatch): Promise<ReadLibrary> {
  const total = job.posts.length;
  let done = 0;
  let drafts = 0;
  const problems: BlogProblem[] = [];
  const found = await mapLimited(job.posts, atOnce, async (id): Promise<ReadPost | undefined> => {
    signal.throwIfAborted();
    const read = await readOne(job, id);
    progress({ step: 'reading', done: (done += 1), total });
    if ('kind' in read) {
      problems.push(read);
      return undefined;
    }
    if (read.post.fields.draft) {
      drafts += 1;
      return undefined;
    }
    return { entry: entryOf(read.post), hash: read.hash };
  });
  const posts = found.filter((post) => post !== undefined);
  return { ...apart(posts), drafts, problems: [...problems, ...apart(posts).problems] };
}

/** A post again as it was when it was first read. */
export async function readAgain(
  job: BlogJob,
  { entry, hash }: ReadPost,
): Promise<{ readonly post: PostToExport; readonly decoded: DecodedText }> {
  const read = await readOne(job, entry.id);
  if ('kind' in read || read.hash !== hash) {
    throw new FailureError({ kind: 'changed-outside', path: join(job.libraryRoot, ...entry.id.split('/')) });
  }
  return read;
}

async function readOne(
  job: BlogJob,
  id: PostId,
): Promise<
  { readonly post: PostToExport; readonly decoded: DecodedText; readonly hash: string } | BlogProblem
> {
  const problem = (kind: BlogProblem['kind'], subject: string): BlogProblem => ({
    severity: 'error',
    kind,
    line: undefined,
    subject,
    post: id,
  });
  try {
    const bytes = await readRegularFile(join(job.libraryRoot, ...id.split('/')), largestPost);
    const decoded = decodeText(bytes);
    if (decoded.kind === 'not-utf8') return problem('post-unreadable', 'UTF-8');
    const ready = postToExport(id, decoded.text, job.blog, '');
    if (ready.kind === 'bad-slug') return problem('slug-bad', ready.slug);
    return { post: ready.post, decoded, hash: sha256(bytes) };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return problem('post-unreadable', error.failure.kind);
  }
}

/** Two posts with one slug: both are named, and the first one keeps the place. */
function apart(posts: readonly ReadPost[]): Pick<ReadLibrary, 'posts' | 'problems'> {
  const places = new Map<string, BlogEntry>();
  const problems: BlogProblem[] = [];
  const kept = posts.filter(({ entry }) => {
    const place = comparableName(entry.path);
    const other = places.get(place);
    if (other === undefined) {
      places.set(place, entry);
      return true;
    }
    const subject = `${entry.path} (${other.id})`;
    problems.push({ severity: 'error', kind: 'same-file', line: undefined, subject, post: entry.id });
    return false;
  });
  return { posts: kept, problems };
}
