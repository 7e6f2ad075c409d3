import { escapeHtml } from '../escape.ts';
import { titleList } from './lists.ts';
import { addressIn } from './page.ts';
import type { Page } from './page.ts';
import { paths } from './paths.ts';
import type { PostGroup, Site } from './site.ts';

/** The archive: a page of all years, and one for each year. */
export function archivePages(site: Site): readonly Page[] {
  const { words, years } = site;
  const nameOf = ({ name }: PostGroup): string => (name === '' ? words.undated : words.year(name));
  return [
    groupsPage(site, paths.archive, words.archive, years, nameOf),
    ...years.map((year) => groupPage(site, year, nameOf(year))),
  ];
}

/** A page of all tags, and one for each tag; none in a blog without tags. */
export function tagPages(site: Site): readonly Page[] {
  const { words, tags } = site;
  if (tags.length === 0) return [];
  return [
    groupsPage(site, paths.tags, words.tags, tags, ({ name }) => name),
    ...tags.map((tag) => groupPage(site, tag, words.tagged(tag.name))),
  ];
}

function groupsPage(
  site: Site,
  path: string,
  title: string,
  groups: readonly PostGroup[],
  nameOf: (group: PostGroup) => string,
): Page {
  const items = groups.map((group) => {
    const name = escapeHtml(nameOf(group)) || '&#8203;';
    const count = escapeHtml(site.words.count(group.posts.length));
    return `<li><a href="${addressIn(site, path, group.path)}">${name}</a> <span class="meta">${count}</span></li>`;
  });
  const list =
    items.length === 0
      ? [`<p>${escapeHtml(site.words.nothingYet)}</p>`]
      : ['<ul class="groups">', ...items, '</ul>'];
  return listPage(path, title, list);
}

function groupPage(site: Site, { path, posts }: PostGroup, title: string): Page {
  return listPage(path, title, titleList(site, path, posts));
}

const listPage = (path: string, title: string, list: readonly string[]): Page => ({
  path,
  title,
  description: undefined,
  kind: 'website',
  image: undefined,
  head: [],
  main: [`<header><h1>${escapeHtml(title) || '&#8203;'}</h1></header>`, ...list],
});
