import type { PostId } from '../../contract/post.ts';
import { outlineOf } from '../../markdown/outline.ts';
import { plainSummary } from '../../markdown/summary.ts';
import { parseDate } from '../../post/dates.ts';
import type { PostDate } from '../../post/dates.ts';
import type { PostToExport } from '../target.ts';
import { paths, postsFolder } from './paths.ts';

/** What the other pages of a blog say of a post; all of it plain text. */
export interface BlogEntry {
  readonly id: PostId;
  /** In the blog's folder. */
  readonly path: string;
  readonly title: string;
  readonly date: PostDate | undefined;
  readonly updated: PostDate | undefined;
  readonly tags: readonly string[];
  /** The description, else the first paragraph; may be empty. */
  readonly summary: string;
  /** The page about the blog: it stands in the menu and in no list. */
  readonly about: boolean;
  /** BCP 47. */
  readonly language: string;
}

/** Characters of a summary, as search engines show it. */
const longestSummary = 160;

/** What is kept of a post while the other pages are made. */
export function entryOf(post: PostToExport): BlogEntry {
  const { fields, source, slug } = post;
  const about = isAbout(post);
  return {
    id: post.id,
    path: about ? paths.about : `${postsFolder}${slug}.html`,
    title: titleOf(post) ?? slug,
    date: post.date,
    updated: fields.updated === undefined ? undefined : parseDate(fields.updated),
    tags: fields.tags,
    summary: fields.description ?? plainSummary(source, longestSummary),
    about,
    language: post.blog.language,
  };
}

/** From the front matter, else the first heading with a text. */
export function titleOf({ fields, source }: PostToExport): string | undefined {
  return fields.title ?? outlineOf(source).find(({ text }) => text !== '')?.text;
}

/** A post or page that goes by the name `about`: `about.md`, `about/index.md`, or with that slug. */
const isAbout = ({ slug }: PostToExport): boolean => slug.toLowerCase() === 'about';

/** Newest first; of one moment, and without a date, by the place on the disk, so that the order never wavers. */
export function newestFirst(entries: readonly BlogEntry[]): readonly BlogEntry[] {
  return entries
    .map((entry) => ({ entry, key: orderKey(entry.date) }))
    .toSorted((a, b) => compare(b.key, a.key) || compare(b.entry.id, a.entry.id))
    .map(({ entry }) => entry);
}

/** By code units, the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The date as written; zones do not change the order of days. */
function orderKey(date: PostDate | undefined): string {
  if (date === undefined) return '';
  const { hour, minute, second } = date.time ?? { hour: 0, minute: 0, second: 0 };
  return [date.year, date.month, date.day, hour, minute, second ?? 0]
    .map((value) => String(value).padStart(4, '0'))
    .join('');
}
