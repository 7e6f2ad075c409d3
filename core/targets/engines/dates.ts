import { calendarDay, pad } from '../../post/dates.ts';
import type { PostDate } from '../../post/dates.ts';
import { inZone, offsetInZone } from '../../post/time-zone.ts';
import type { HeaderValue } from './header.ts';

type Zone = string | undefined;

const clock = ({ time }: PostDate): string =>
  [time?.hour ?? 0, time?.minute ?? 0, time?.second ?? 0].map((part) => pad(part, 2)).join(':');

/** The offset that was written, else the one of the blog's zone on that day. */
const offsetOf = (date: PostDate, zone: Zone): string | undefined =>
  date.offset ?? (zone === undefined ? undefined : offsetInZone(date, zone));

/** `2026-11-04T00:30:00+09:00`; only the day when that is all the author wrote. */
export function isoDate(date: PostDate, zone: Zone): HeaderValue {
  if (date.time === undefined) return { bare: calendarDay(date) };
  return { bare: `${calendarDay(date)}T${clock(date)}${offsetOf(date, zone) ?? ''}` };
}

/** The same for engines that read a day as its midnight in UTC: west of there, that is the day before. */
export function isoDateForUtc(date: PostDate, zone: Zone): HeaderValue {
  const offset = offsetOf(date, zone);
  if (date.time === undefined && offset?.startsWith('-') === true) {
    return { bare: `${calendarDay(date)}T00:00:00${offset}` };
  }
  return isoDate(date, zone);
}

/** `2026-11-04 00:30:00 +0900`; undefined for a day, which Jekyll takes from the file's name. */
export function spacedDate(date: PostDate, zone: Zone): HeaderValue | undefined {
  if (date.time === undefined) return undefined;
  const offset = offsetOf(date, zone)?.replace('Z', '+00:00').replace(':', '');
  return { bare: `${calendarDay(date)} ${clock(date)}${offset === undefined ? '' : ` ${offset}`}` };
}

/** `2026-11-04 00:30:00` on the clocks of the blog, for engines that read every date so. */
export function localDate(date: PostDate, zone: Zone): HeaderValue {
  const there = (zone === undefined ? undefined : inZone(date, zone)) ?? date;
  return { bare: `${calendarDay(there)} ${clock(there)}` };
}

/** The day on the blog's clocks. */
export function localDay(date: PostDate, zone: Zone): string {
  return calendarDay((zone === undefined ? undefined : inZone(date, zone)) ?? date);
}
