import type { FeedItem } from './feed-items.ts';
import { absoluteAddress, paths } from './paths.ts';
import type { Site } from './site.ts';

/** The JSON feed, version 1.1; undefined without an address of the blog. */
export function jsonFeed(site: Site, items: readonly FeedItem[]): string | undefined {
  const { blog } = site;
  const home = absoluteAddress(blog, paths.home);
  if (home === undefined || items.length === 0) return undefined;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.title,
    description: blog.tagline,
    home_page_url: home,
    feed_url: absoluteAddress(blog, paths.jsonFeed),
    language: blog.language,
    authors: blog.author === undefined ? undefined : [{ name: blog.author }],
    items: items.map(({ entry, address, published, updated, html }) => ({
      id: address,
      url: address,
      title: entry.title,
      summary: entry.summary || undefined,
      content_html: html,
      date_published: published,
      date_modified: updated === published ? undefined : updated,
      tags: entry.tags.length === 0 ? undefined : entry.tags,
    })),
  };
  return `${JSON.stringify(feed, undefined, 2)}\n`;
}
