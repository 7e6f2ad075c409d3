import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportProblem } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { decodeAddress } from '../../core/markdown/addresses.ts';
import { linksOf } from '../../core/markdown/links.ts';
import { postAt } from '../../core/targets/blog/post-at.ts';
import { linkedFiles } from '../../core/targets/linked-posts.ts';
import { targets } from '../../core/targets/table.ts';
import type { LinkedPost, PostAddress, PostToExport } from '../../core/targets/target.ts';
import { errorCode } from '../failures.ts';
import { isLeftOut } from './engine-limits.ts';
import { readHeader } from './head.ts';
import type { ExportJob } from './job.ts';
import { namedPost } from './same-place.ts';

/** The post with what it needs to know of the posts that it links to: the beginning of each of them is read. */
export async function withLinkedPosts(job: ExportJob, post: PostToExport): Promise<PostToExport> {
  // A long post takes a while to be read for its links.
  if (!/\]\(|\]:|<a\s/i.test(post.source.sliceString(0))) return post;
  const known = new Set<PostId>(job.posts);
  const found = new Map<string, LinkedPost>();
  await post.pause();
  for (const { href } of linksOf(post.source)) {
    const path = decodeAddress(href.replace(/[?#].*$/s, ''));
    const id = postAt(job.post, path, (other) => (known.has(other) ? other : undefined));
    const named = id === undefined || found.has(path) ? undefined : await namedPost(job.libraryRoot, id);
    if (id === undefined || named === undefined) continue;
    found.set(path, { id, ...named, state: await stateOf(job, post, id, named) });
  }
  return { ...post, linked: found };
}

/** Whether the folder has another post; this one will be there. */
async function stateOf(
  job: ExportJob,
  post: PostToExport,
  id: PostId,
  named: Pick<LinkedPost, 'slug' | 'date'>,
): Promise<LinkedPost['state']> {
  if (id === job.post) return 'there';
  const { file, postAddress } = targets[job.target];
  const there = join(job.folder, ...file({ ...named, blog: post.blog }).split('/'));
  if (!(await isFile(there))) return 'absent';
  if (!isStrict(postAddress)) return 'there';
  const header = await readHeader(there);
  return header === undefined || isLeftOut(job, post, header, named.date) ? 'hidden' : 'there';
}

const isStrict = (address: PostAddress): boolean => typeof address === 'object' && address.strict;

/** Links that lead to nothing until other posts are exported into the folder as well; each of those posts once. */
export function absentPosts(job: ExportJob, post: PostToExport): readonly ExportProblem[] {
  const kinds = {
    absent: isStrict(targets[job.target].postAddress) ? 'link-post-first' : 'link-post-absent',
    hidden: 'link-post-hidden',
    there: undefined,
  } as const;
  const files = new Map(linkedFiles(post, targets[job.target]).map((file) => [file.path, file]));
  return [...files.values()].flatMap(({ path, linked: { state }, line }) => {
    const kind = kinds[state];
    return kind === undefined ? [] : [{ severity: 'warning', kind, line, subject: path }];
  });
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}
