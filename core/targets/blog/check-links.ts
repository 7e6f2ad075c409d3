import { hasAnchor } from '../checks/links.ts';
import type { LinkTarget, LocalLink } from '../checks/links.ts';
import type { BlogEntry } from './entry.ts';
import { resolvePath } from './paths.ts';
import { postAt } from './post-at.ts';
import type { Site } from './site.ts';

/** What the links of a blog's posts can lead to. */
export interface BlogTargets {
  /** Every file of the blog. */
  readonly paths: ReadonlySet<string>;
  /** Anchors of the pages of posts, by their paths. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Where a link in a post leads in the finished blog. */
export function judgeLink(
  site: Site,
  entry: BlogEntry,
  { path, anchor }: LocalLink,
  { paths, anchors }: BlogTargets,
): LinkTarget {
  const target = path === '' ? entry.path : targetOf(site, entry, path);
  if (target === undefined) return 'there';
  if (!paths.has(target)) return 'dead';
  const places = anchors.get(target);
  return places === undefined || hasAnchor(places, anchor) ? 'there' : 'anchor-dead';
}

/** Undefined for an address from the server's root, which may lie outside of the blog. */
function targetOf(site: Site, entry: BlogEntry, path: string): string | undefined {
  const post = postAt(entry.id, path, site.entryOf);
  if (post !== undefined) return post.path;
  if (path.startsWith('/') && !/\.(?:md|markdown)$/i.test(path)) return undefined;
  return resolvePath(entry.path, path) ?? path;
}
