import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '../../core/contract/post.ts';
import { resolvePath } from '../../core/targets/blog/paths.ts';
import { postAt } from '../../core/targets/blog/post-at.ts';
import { errorCode } from '../failures.ts';
import type { ExportJob } from './job.ts';

/** Addresses from the server's root are the blog's own business, unless they name a post's file. */
export async function isThere(
  { libraryRoot, post, posts }: Pick<ExportJob, 'libraryRoot' | 'post' | 'posts'>,
  path: string,
): Promise<boolean> {
  const known = new Set<PostId>(posts);
  if (postAt(post, path, (id) => known.has(id) || undefined) === true) return true;
  if (path.startsWith('/') && !/\.(?:md|markdown)$/i.test(path)) return true;
  const resolved = resolvePath(post, path);
  // Outside of the library anything may lie.
  if (resolved === undefined) return !/\.(?:md|markdown)$/i.test(path);
  // An address without an ending may be a page that only the blog's engine makes.
  if (!/\.[a-z0-9]+$/i.test(resolved) && !/^\.\.?\//.test(path)) return true;
  try {
    await lstat(join(libraryRoot, ...resolved.split('/')));
    return true;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}
