import { calendarDay, pad } from '../../post/dates.ts';
import type { PostDate } from '../../post/dates.ts';

/**
 * A date as feeds want it: a moment, RFC 3339. What the author did not write is midnight and the blog's time zone, so
 * that the day is the author's; without a zone it is UTC. It depends on the post alone, never on the clock.
 */
export function feedTime(date: PostDate, timeZone: string | undefined): string {
  const { hour, minute, second } = date.time ?? { hour: 0, minute: 0, second: 0 };
  const clock = [hour, minute, second ?? 0].map((value) => pad(value, 2)).join(':');
  return `${calendarDay(date)}T${clock}${date.offset ?? offsetAt(date, timeZone)}`;
}

function offsetAt({ year, month, day, time }: PostDate, timeZone: string | undefined): string {
  if (timeZone === undefined) return 'Z';
  const wall = Date.UTC(year, month - 1, day, time?.hour ?? 0, time?.minute ?? 0, time?.second ?? 0);
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const minutesAt = (moment: number): number => {
    const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const match = /([+-])(\d{2}):(\d{2})/.exec(name);
    if (match === null) return 0;
    return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
  };
  // The offset is asked for the moment, which is known once the offset is: twice is enough beside a change of the clocks.
  const first = minutesAt(wall);
  const minutes = minutesAt(wall - first * 60_000);
  const sign = minutes < 0 ? '-' : '+';
  return `${sign}${pad(Math.floor(Math.abs(minutes) / 60), 2)}:${pad(Math.abs(minutes) % 60, 2)}`;
}
