import { escapeHtml } from '../escape.ts';
import { entryList } from './lists.ts';
import { addressIn } from './page.ts';
import type { Page } from './page.ts';
import { indexPath } from './paths.ts';
import type { Site } from './site.ts';

const postsPerPage = 10;

/** The newest posts with their beginnings, so many to a page; the first is the home page. */
export function indexPages(site: Site): readonly Page[] {
  const count = Math.max(1, Math.ceil(site.posts.length / postsPerPage));
  return Array.from({ length: count }, (_, index) => indexPage(site, index + 1, count));
}

function indexPage(site: Site, number: number, count: number): Page {
  const { words, blog } = site;
  const path = indexPath(number);
  const posts = site.posts.slice((number - 1) * postsPerPage, number * postsPerPage);
  const title = number === 1 ? undefined : words.page(number, count);
  return {
    path,
    title,
    description: number === 1 ? blog.tagline : undefined,
    kind: 'website',
    image: undefined,
    head: [],
    main: [
      ...(title === undefined ? [] : [`<header><h1>${escapeHtml(title)}</h1></header>`]),
      ...entryList(site, path, posts),
      ...paging(site, path, number, count),
    ],
  };
}

function paging(site: Site, from: string, number: number, count: number): readonly string[] {
  if (count === 1) return [];
  const { words } = site;
  const step = (to: number, rel: string, label: string): readonly string[] =>
    to < 1 || to > count
      ? []
      : [`<li><a href="${addressIn(site, from, indexPath(to))}" rel="${rel}">${escapeHtml(label)}</a></li>`];
  return [
    `<nav class="steps" aria-label="${escapeHtml(words.pages)}"><ul>`,
    ...step(number - 1, 'prev', words.newerPosts),
    `<li>${escapeHtml(`${String(number)} / ${String(count)}`)}</li>`,
    ...step(number + 1, 'next', words.olderPosts),
    '</ul></nav>',
  ];
}
