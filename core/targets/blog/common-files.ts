import { atomFeed } from './atom.ts';
import { feedItems } from './feed-items.ts';
import { archivePages, tagPages } from './group-pages.ts';
import { indexPages } from './index-pages.ts';
import { jsonFeed } from './json-feed.ts';
import { notFoundPage } from './not-found.ts';
import { pageHtml } from './page.ts';
import { paths } from './paths.ts';
import { sitemap } from './sitemap.ts';
import type { Site } from './site.ts';

/** A text file of a blog. */
export interface BlogFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Everything in a blog that is no post: lists, feeds, sitemap, the 404 page and the stylesheet. `articles` holds the
 * articles of `feedPosts`, by their ids. The same site gives the same bytes.
 */
export function commonFiles(site: Site, articles: ReadonlyMap<string, string>): readonly BlogFile[] {
  const lists = [...indexPages(site), ...archivePages(site), ...tagPages(site)];
  const items = feedItems(site, articles);
  const optional: readonly (readonly [string, string | undefined])[] = [
    [paths.atom, atomFeed(site, items)],
    [paths.jsonFeed, jsonFeed(site, items)],
    [
      paths.sitemap,
      sitemap(
        site,
        lists.map(({ path }) => path),
      ),
    ],
  ];
  return [
    { path: paths.style, text: site.css },
    ...[...lists, notFoundPage(site)].map((page) => ({ path: page.path, text: pageHtml(site, page) })),
    ...optional.flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }])),
  ];
}
