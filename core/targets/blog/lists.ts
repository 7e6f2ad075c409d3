import { formatDate } from '../../post/date-format.ts';
import { dateTimeAttribute } from '../../post/dates.ts';
import type { PostDate } from '../../post/dates.ts';
import { escapeHtml } from '../escape.ts';
import type { BlogEntry } from './entry.ts';
import { addressIn } from './page.ts';
import type { Site } from './site.ts';

/** A date in the blog's own shape, or nothing. */
export function timeHtml({ blog }: Site, date: PostDate | undefined): string {
  if (date === undefined) return '';
  const shown = escapeHtml(formatDate(date, blog.dateFormat, blog.language));
  return `<time datetime="${dateTimeAttribute(date)}">${shown}</time>`;
}

/** Links to the pages of a post's tags. */
export function tagLinks(site: Site, from: string, tags: readonly string[]): string {
  const groups = [...new Set(tags.flatMap((tag) => site.tagOf(tag) ?? []))];
  return groups
    .map(({ name, path }) => `<a href="${addressIn(site, from, path)}" rel="tag">${escapeHtml(name)}</a>`)
    .join(' ');
}

/** What a post is called in a link, which needs some text. */
export const linkText = (entry: BlogEntry): string => escapeHtml(entry.title) || escapeHtml(entry.id);

const postLink = (site: Site, from: string, entry: BlogEntry): string =>
  `<a href="${addressIn(site, from, entry.path)}">${linkText(entry)}</a>`;

/** Posts with their beginnings, for reading. */
export function entryList(site: Site, from: string, posts: readonly BlogEntry[]): readonly string[] {
  if (posts.length === 0) return [`<p>${escapeHtml(site.words.nothingYet)}</p>`];
  return [
    '<ul class="entries">',
    ...posts.map((entry) => {
      const meta = [timeHtml(site, entry.date), tagLinks(site, from, entry.tags)].filter(
        (part) => part !== '',
      );
      return [
        `<li><h2>${postLink(site, from, entry)}</h2>`,
        ...(meta.length === 0 ? [] : [`<p class="meta">${meta.join(' ')}</p>`]),
        ...(entry.summary === '' ? [] : [`<p>${escapeHtml(entry.summary)}</p>`]),
        '</li>',
      ].join('');
    }),
    '</ul>',
  ];
}

/** Posts by date and title, for finding. */
export function titleList(site: Site, from: string, posts: readonly BlogEntry[]): readonly string[] {
  return [
    '<ul class="titles">',
    ...posts.map((entry) => `<li>${timeHtml(site, entry.date)} ${postLink(site, from, entry)}</li>`),
    '</ul>',
  ];
}
