import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportProblem } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { articleOf } from '../../core/targets/article.ts';
import { postAt } from '../../core/targets/blog/post-links.ts';
import { resolvePath } from '../../core/targets/blog/paths.ts';
import { checkText } from '../../core/targets/checks/check-text.ts';
import { problemOf } from '../../core/targets/checks/finding.ts';
import { anchorsIn, deadLinks, hasAnchor, localLinks } from '../../core/targets/checks/links.ts';
import type { LinkTarget, LocalLink } from '../../core/targets/checks/links.ts';
import { tokensOf } from '../../core/targets/checks/text-runs.ts';
import { errorCode } from '../failures.ts';
import { mapLimited } from '../files/pool.ts';
import type { ExportJob } from './job.ts';
import { readPost } from './prepare.ts';

const atOnce = 16;

/** What is wrong with one post for every target: its text, and links that lead to nothing in the library. */
export async function checkPost(job: ExportJob): Promise<readonly ExportProblem[]> {
  const { post } = await readPost(job);
  const tokens = tokensOf(post);
  const links = localLinks(tokens);
  const inside = links.some(({ path }) => path === '')
    ? anchorsIn(await articleOf(post, undefined))
    : new Set<string>();
  const others = [...new Set(links.map(({ path }) => path))].filter((path) => path !== '');
  const there = await mapLimited(others, atOnce, (path) => isThere(job, path));
  const dead = new Set(others.filter((_, index) => there[index] === false));
  const judge = ({ path, anchor }: LocalLink): LinkTarget => {
    if (path !== '') return dead.has(path) ? 'dead' : 'there';
    return hasAnchor(inside, anchor) ? 'there' : 'anchor-dead';
  };
  return [...checkText(post, tokens), ...deadLinks(links, judge)].map(problemOf);
}

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
