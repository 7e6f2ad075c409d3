import { isLocal } from '../../markdown/addresses.ts';
import { plainHtml } from '../plain-html.ts';
import type { BlogEntry } from './entry.ts';
import { feedTime } from './feed-time.ts';
import { absoluteAddress, resolvePath } from './paths.ts';
import { rewriteAddresses } from './rewrite.ts';
import type { Site } from './site.ts';

/** Posts in a feed. */
const longestFeed = 20;

/** The newest posts with a date: a feed cannot hold others. */
export const feedPosts = ({ posts }: Site): readonly BlogEntry[] =>
  posts.filter(({ date }) => date !== undefined).slice(0, longestFeed);

/** A post in a feed. */
export interface FeedItem {
  readonly entry: BlogEntry;
  readonly address: string;
  readonly published: string;
  readonly updated: string;
  /** The whole post, its addresses absolute. */
  readonly html: string;
}

/** `articles` holds the articles of `feedPosts` by their ids. Empty for a blog without an address. */
export function feedItems(site: Site, articles: ReadonlyMap<string, string>): readonly FeedItem[] {
  const { blog } = site;
  return feedPosts(site).flatMap((entry): readonly FeedItem[] => {
    const address = absoluteAddress(blog, entry.path);
    const article = articles.get(entry.id);
    if (address === undefined || article === undefined || entry.date === undefined) return [];
    const published = feedTime(entry.date, blog.timeZone);
    const updated = entry.updated === undefined ? published : feedTime(entry.updated, blog.timeZone);
    return [{ entry, address, published, updated, html: absoluteHtml(site, entry, address, article) }];
  });
}

/** A feed's own date: the latest of its posts'. */
export function latest(items: readonly FeedItem[]): string | undefined {
  return items.map(({ updated }) => updated).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0];
}

function absoluteHtml(site: Site, entry: BlogEntry, page: string, article: string): string {
  return rewriteAddresses(plainHtml(article), (address) => {
    if (!isLocal(address)) return undefined;
    if (/^[#?]|^$/.test(address)) return page + address;
    const [path = '', ...rest] = address.split(/(?=[#?])/);
    const origin = /^https?:\/\/[^/]+/i.exec(site.blog.url ?? '')?.[0] ?? '';
    // From a slash it counts from the server's root, where the blog need not lie.
    if (path.startsWith('/')) return origin + address;
    const resolved = resolvePath(entry.path, path);
    return resolved === undefined ? undefined : `${site.blog.url ?? ''}/${resolved}${rest.join('')}`;
  });
}
