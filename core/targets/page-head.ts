import { calendarDay, dateTimeAttribute, parseDate } from '../post/dates.ts';
import { escapeHtml } from './escape.ts';
import type { PostToExport } from './target.ts';

/** What the head of a page says; all of it plain text. */
export interface PageHead {
  readonly title: string;
  readonly description: string | undefined;
  /** Absolute addresses, or undefined: search engines and cards take no others. */
  readonly address: string | undefined;
  readonly image: string | undefined;
}

/** The lines of `<head>`, in order. */
export function headLines({ blog, date, fields, themeCss }: PostToExport, head: PageHead): readonly string[] {
  const title =
    blog.title === undefined || blog.title === head.title ? head.title : `${head.title} | ${blog.title}`;
  const updated = fields.updated === undefined ? undefined : parseDate(fields.updated);
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title) || '&#8203;'}</title>`,
    ...named('description', head.description),
    ...named('author', blog.author),
    ...named('generator', 'Fude'),
    ...link('canonical', head.address),
    ...property('og:type', 'article'),
    ...property('og:title', head.title),
    ...property('og:description', head.description),
    ...property('og:site_name', blog.title),
    ...property('og:locale', localeOf(blog.language)),
    ...property('og:url', head.address),
    ...property('og:image', head.image),
    ...property('article:published_time', date && dateTimeAttribute(date)),
    ...property('article:modified_time', updated && calendarDay(updated)),
    ...fields.tags.flatMap((tag) => property('article:tag', tag)),
    `<style>\n${themeCss.replaceAll('</', '<\\/').trimEnd()}\n</style>`,
  ];
}

/** Lines of a head with their values escaped; none for a value that there is not. */
export const named = (name: string, content: string | undefined): readonly string[] =>
  content === undefined ? [] : [`<meta name="${name}" content="${escapeHtml(content)}">`];

export const property = (name: string, content: string | undefined): readonly string[] =>
  content === undefined ? [] : [`<meta property="${name}" content="${escapeHtml(content)}">`];

export const link = (rel: string, address: string | undefined): readonly string[] =>
  address === undefined ? [] : [`<link rel="${rel}" href="${escapeHtml(address)}">`];

/** Open Graph wants a territory; only Japanese has but one. */
export function localeOf(language: string): string | undefined {
  if (/^ja$/i.test(language)) return 'ja_JP';
  const match = /^([a-z]{2,3})-([a-z]{2})$/i.exec(language);
  return match === null ? undefined : `${match[1]?.toLowerCase() ?? ''}_${match[2]?.toUpperCase() ?? ''}`;
}
