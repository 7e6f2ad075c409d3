import type { PostId } from '../contract/post.ts';
import { isCalendarDate } from './dates.ts';

/** The name a post goes by on disk: that of its folder when it is an `index.md`, else of its file without the ending. */
export function postName(id: PostId): string {
  const parts = id.split('/');
  const file = (parts.at(-1) ?? '').replace(/\.(?:md|markdown)$/i, '');
  return file === 'index' ? (parts.at(-2) ?? file) : file;
}

/** The `YYYY-MM-DD` that a name begins with, if that is a day of the calendar. */
export function dateInName(name: string): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:[-_ ]|$)/.exec(name)?.[1];
  return day !== undefined && isCalendarDate(day) ? day : undefined;
}

/**
 * The name without its date. A name that is only a date, or a date and the number that keeps two posts of one day
 * apart, stays whole.
 */
export function slugInName(name: string): string {
  if (dateInName(name) === undefined) return name;
  const rest = name.slice(11);
  return /^\d*$/.test(rest) ? name : rest;
}

/** A post's date as written: in the front matter if it is one there, else in the name, else undefined. */
export function dateOfPost(written: string | undefined, id: PostId): string | undefined {
  return written !== undefined && isCalendarDate(written) ? written : dateInName(postName(id));
}
