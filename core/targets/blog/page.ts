import { escapeHtml } from '../escape.ts';
import { link, localeOf, named, property } from '../page-head.ts';
import { absoluteAddress, encodedPath, paths, relativeAddress } from './paths.ts';
import type { Site } from './site.ts';

/** One page of a blog, without what all pages share. Texts are plain, lines are HTML. */
export interface Page {
  readonly path: string;
  /** Undefined for the home page, which goes by the blog's name. */
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly kind: 'article' | 'website';
  /** Absolute, or undefined. */
  readonly image: string | undefined;
  /** Further lines for the head. */
  readonly head: readonly string[];
  /** What stands in `<main>`. */
  readonly main: readonly string[];
}

/** The address of another page of the blog as it stands in the page at `from`. */
export function addressIn({ blog }: Site, from: string, to: string): string {
  // A server shows this one page at any address, so nothing in it can be relative.
  if (from === paths.notFound) {
    const root = blog.url?.replace(/^https?:\/\/[^/]+/i, '') ?? '';
    return `${root}/${to === paths.home ? '' : encodedPath(to)}`;
  }
  return relativeAddress(from, to);
}

/** A whole page. */
export function pageHtml(site: Site, page: Page): string {
  const { blog } = site;
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeHtml(blog.language)}">`,
    '<head>',
    ...headLines(site, page),
    '</head>',
    '<body>',
    ...headerLines(site, page),
    '<main>',
    ...page.main,
    '</main>',
    ...footerLines(site),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function headLines(site: Site, page: Page): readonly string[] {
  const { blog } = site;
  const title =
    page.title === undefined || page.title === site.title ? site.title : `${page.title} | ${site.title}`;
  // A page that stands for every wrong address has none of its own.
  const address = page.path === paths.notFound ? undefined : absoluteAddress(blog, page.path);
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title) || '&#8203;'}</title>`,
    ...named('description', page.description || undefined),
    ...named('author', blog.author),
    ...named('generator', 'Fude'),
    ...named('robots', page.path === paths.notFound ? 'noindex' : undefined),
    ...link('canonical', address),
    ...property('og:type', page.kind),
    ...property('og:title', page.title ?? site.title),
    ...property('og:description', page.description || undefined),
    ...property('og:site_name', blog.title),
    ...property('og:locale', localeOf(blog.language)),
    ...property('og:url', address),
    ...property('og:image', page.image),
    ...page.head,
    ...feedLinks(site, page.path),
    ...styleLines(site, page.path),
  ];
}

function feedLinks(site: Site, from: string): readonly string[] {
  if (!site.feed) return [];
  const title = escapeHtml(site.title);
  return [
    ['application/atom+xml', paths.atom] as const,
    ['application/feed+json', paths.jsonFeed] as const,
  ].map(
    ([type, path]) =>
      `<link rel="alternate" type="${type}" title="${title}" href="${addressIn(site, from, path)}">`,
  );
}

function styleLines(site: Site, from: string): readonly string[] {
  // Without a known address the 404 page cannot know where the blog's files lie.
  if (from === paths.notFound) return [`<style>\n${site.css.replaceAll('</', '<\\/').trimEnd()}\n</style>`];
  return [`<link rel="stylesheet" href="${addressIn(site, from, paths.style)}">`];
}

function headerLines(site: Site, { path }: Page): readonly string[] {
  const { blog, words } = site;
  const home = path === paths.home;
  const title = escapeHtml(site.title);
  const linked = home ? title : `<a href="${addressIn(site, path, paths.home)}">${title}</a>`;
  const items = [
    ...(home ? [] : [[paths.home, words.home] as const]),
    [paths.archive, words.archive] as const,
    ...(site.tags.length === 0 ? [] : [[paths.tags, words.tags] as const]),
    ...(site.about === undefined ? [] : [[paths.about, site.about.title] as const]),
    ...(site.feed ? [[paths.atom, words.feed] as const] : []),
  ].map(([to, label]) => {
    const current = to === path ? ' aria-current="page"' : '';
    return `<li><a href="${addressIn(site, path, to)}"${current}>${escapeHtml(label)}</a></li>`;
  });
  return [
    '<header>',
    // The name is the heading of the home page, and only there.
    home ? `<h1>${linked}</h1>` : `<p>${linked}</p>`,
    ...(blog.tagline === undefined ? [] : [`<p>${escapeHtml(blog.tagline)}</p>`]),
    `<nav aria-label="${escapeHtml(words.site)}"><ul>${items.join('')}</ul></nav>`,
    '</header>',
  ];
}

function footerLines({ blog }: Site): readonly string[] {
  return blog.author === undefined ? [] : ['<footer>', `<p>© ${escapeHtml(blog.author)}</p>`, '</footer>'];
}
