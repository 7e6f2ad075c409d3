import type { ExportProblem } from '../../contract/export.ts';
import { calendarDay } from '../../post/dates.ts';
import type { PostToExport } from '../target.ts';
import { keyLine } from './text-runs.ts';

/**
 * A post of a day to come. A folder of pages cannot wait for that day by itself, so it goes out like every other;
 * whoever wants it held back marks it as a draft. `today` is `YYYY-MM-DD`.
 */
export function futureDate(post: PostToExport, today: string): readonly ExportProblem[] {
  if (post.date === undefined || calendarDay(post.date) <= today) return [];
  return [
    {
      severity: 'warning',
      kind: 'date-future',
      line: keyLine(post, 'date'),
      subject: calendarDay(post.date),
    },
  ];
}
