import type { ImportNote } from '../contract/import.ts';
import { note } from './entry.ts';
import type { Read } from './entry.ts';
import { dateWithOffset } from './dates.ts';

/** An `<item>` as it is collected. */
export interface WxrItem {
  readonly values: Map<string, string>;
  readonly terms: { readonly domain: string; name: string }[];
  readonly meta: Map<string, string>;
  key?: string;
  comments: number;
  tooLarge: boolean;
}

interface Site {
  readonly uploads: Map<string, string>;
  readonly authors: number;
}

/** What an item of the export is to Fude. An upload is kept in mind and is no entry. */
export function wxrEntry(item: WxrItem, { uploads, authors }: Site): readonly Read[] {
  const value = (name: string): string => (item.values.get(name) ?? '').trim();
  const title = value('title');
  const type = value('wp:post_type');
  if (type === 'attachment') {
    if (value('wp:attachment_url') !== '') uploads.set(value('wp:post_id'), value('wp:attachment_url'));
    return [];
  }
  const leftOut = (reason: 'not-a-post' | 'too-large' | 'trash' | 'empty'): readonly Read[] => [
    { kind: 'left-out', title: title === '' ? type : title, reason },
  ];
  if (item.tooLarge) return leftOut('too-large');
  if (type !== 'post' && type !== 'page' && type !== '') return leftOut('not-a-post');
  const status = value('wp:status');
  if (status === 'trash') return leftOut('trash');
  const body = item.values.get('content:encoded') ?? '';
  if (title === '' && body.trim() === '') return leftOut('empty');

  const terms = (domain: string): readonly string[] => [
    ...new Set(
      item.terms.filter((term) => term.domain === domain && term.name !== '').map(({ name }) => name),
    ),
  ];
  const locked = status === 'private' || value('wp:post_password') !== '';
  const notes: readonly ImportNote[] = [
    ...(type === 'page' ? [note('page')] : []),
    ...(locked ? [note('private')] : []),
    ...(status === 'future' ? [note('scheduled')] : []),
    ...(item.comments > 0 ? [note('comments', String(item.comments), item.comments)] : []),
  ];
  return [
    {
      kind: 'entry',
      entry: {
        title,
        date: dateWithOffset(value('wp:post_date'), value('wp:post_date_gmt')),
        tags: terms('post_tag'),
        categories: terms('category'),
        slug: decoded(value('wp:post_name')) || undefined,
        draft: status !== 'publish' && status !== 'inherit' ? true : locked,
        description: oneLine(item.values.get('excerpt:encoded') ?? '') || undefined,
        author: authors > 1 ? value('dc:creator') || undefined : undefined,
        image: uploads.get((item.meta.get('_thumbnail_id') ?? '').trim()),
        body,
        bodyKind: 'wordpress',
        notes,
      },
    },
  ];
}

/** Addresses of Japanese titles stand percent-encoded in the file. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return name;
  }
}

const oneLine = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
