import { calendarDay } from '../../post/dates.ts';
import type { PostDate } from '../../post/dates.ts';
import { xmlText } from './escape-xml.ts';
import { absoluteAddress, paths } from './paths.ts';
import type { Site } from './site.ts';

/**
 * Every page of the blog for search engines; undefined without an address of the blog. `lists` are paths of pages that are
 * no posts.
 */
export function sitemap(site: Site, lists: readonly string[]): string | undefined {
  const { blog, posts, about } = site;
  if (blog.url === undefined) return undefined;
  const line = (path: string, changed: PostDate | undefined): string => {
    const modified = changed === undefined ? '' : `<lastmod>${calendarDay(changed)}</lastmod>`;
    return `<url><loc>${xmlText(absoluteAddress(blog, path) ?? '')}</loc>${modified}</url>`;
  };
  const entries = [...posts, ...(about === undefined ? [] : [about])];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...lists.filter((path) => path !== paths.notFound).map((path) => line(path, undefined)),
    ...entries.map(({ path, updated, date }) => line(path, updated ?? date)),
    '</urlset>',
    '',
  ].join('\n');
}
