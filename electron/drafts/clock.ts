import { parseDate } from '../../core/post/dates.ts';
import type { PostDate } from '../../core/post/dates.ts';
import { inZone } from '../../core/post/time-zone.ts';

/**
 * What the clocks of a time zone, by its IANA name, show at a moment, with their offset; without one, or with one that
 * this system does not know, those of the machine. A morning in Tokyo is never the day before.
 */
export function clockIn(timeZone: string | undefined, moment: Date): PostDate {
  const utc = parseDate(moment.toISOString());
  if (utc === undefined) throw new RangeError('a moment beyond the years of a calendar');
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (timeZone === undefined ? undefined : inZone(utc, timeZone)) ?? inZone(utc, own) ?? utc;
}
