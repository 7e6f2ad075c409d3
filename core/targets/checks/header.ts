import { isCalendarDate } from '../../post/dates.ts';
import { openHeader as openFence } from '../../post/open-header.ts';
import type { PostToExport } from '../target.ts';
import type { Finding } from './finding.ts';
import { keyLine } from './text-runs.ts';

/** A header that is not closed: all of it is text, and an export shows it. */
export function openHeader({ frontMatter, source }: PostToExport): readonly Finding[] {
  const fence = frontMatter.kind === 'none' ? openFence(source) : undefined;
  if (fence === undefined) return [];
  const { from, to } = source.line(1);
  return [
    { severity: 'warning', kind: 'front-matter-open', line: 1, subject: fence, place: { from, to }, fix: [] },
  ];
}

/** A date that is none: the one in the post's name stands in for it, or none does. */
export function badDate(post: PostToExport): readonly Finding[] {
  const date = post.fields.date?.trim() ?? '';
  if (date === '' || isCalendarDate(date)) return [];
  const number = keyLine(post, 'date');
  const line = number === undefined ? undefined : post.source.line(number);
  const place = line && { from: line.from, to: line.from + line.text.trimEnd().length };
  return [{ severity: 'warning', kind: 'date-bad', line: number, subject: date, place, fix: [] }];
}
