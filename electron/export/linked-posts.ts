import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportProblem } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { decodeAddress } from '../../core/markdown/addresses.ts';
import { linksOf } from '../../core/markdown/links.ts';
import { postAt } from '../../core/targets/blog/post-at.ts';
import { linkedFiles } from '../../core/targets/linked-posts.ts';
import { targets } from '../../core/targets/table.ts';
import type { LinkedPost, PostToExport } from '../../core/targets/target.ts';
import { errorCode } from '../failures.ts';
import type { ExportJob } from './job.ts';
import { slugOf } from './same-place.ts';

/** The post with what it needs to know of the posts that it links to: the beginning of each of them is read. */
export async function withLinkedPosts(job: ExportJob, post: PostToExport): Promise<PostToExport> {
  // A long post takes a while to be read for its links.
  if (!/\]\(|\]:|<a\s/i.test(post.source.sliceString(0))) return post;
  const known = new Set<PostId>(job.posts);
  const found = new Map<string, LinkedPost>();
  for (const { href } of linksOf(post.source)) {
    const path = decodeAddress(href.replace(/[?#].*$/s, ''));
    const id = postAt(job.post, path, (other) => (known.has(other) ? other : undefined));
    const slug = id === undefined || found.has(path) ? undefined : await slugOf(job.libraryRoot, id);
    if (id !== undefined && slug !== undefined) found.set(path, { id, slug });
  }
  return { ...post, linked: found };
}

/** Links that lead to nothing until other posts are exported into the folder as well; each of those posts once. */
export async function absentPosts(job: ExportJob, post: PostToExport): Promise<readonly ExportProblem[]> {
  const files = new Map(linkedFiles(post, targets[job.target]).map((file) => [file.path, file]));
  const problems: ExportProblem[] = [];
  for (const { path, line } of files.values()) {
    if (await isFile(join(job.folder, ...path.split('/')))) continue;
    problems.push({ severity: 'warning', kind: 'link-post-absent', line, subject: path });
  }
  return problems;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}
