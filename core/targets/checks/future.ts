import type { ExportProblem } from '../../contract/export.ts';
import { calendarDay, dateTimeAttribute } from '../../post/dates.ts';
import type { PostDate } from '../../post/dates.ts';
import { isToCome } from '../../post/time-zone.ts';
import type { PostToExport } from '../target.ts';
import { keyLine } from './text-runs.ts';

/**
 * A post of a day or an hour to come. A folder of pages cannot wait for that day by itself, so it goes out like every other;
 * whoever wants it held back marks it as a draft. `now` is the blog's clock with its offset.
 */
export function futureDate(post: PostToExport, now: PostDate): readonly ExportProblem[] {
  if (post.date === undefined || !isToCome(post.date, now, post.blog.timeZone)) return [];
  return [
    {
      severity: 'warning',
      kind: 'date-future',
      line: keyLine(post, 'date'),
      subject: written(post.date),
    },
  ];
}

const written = (date: PostDate): string =>
  date.time === undefined ? calendarDay(date) : dateTimeAttribute(date).replace('T', ' ');
