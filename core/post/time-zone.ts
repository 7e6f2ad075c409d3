import { pad } from './dates.ts';
import type { PostDate } from './dates.ts';

const minute = 60_000;

/**
 * The offset from UTC (`+09:00`) that clocks in an IANA zone show on this day at this time, midnight when the author
 * wrote none. A time that the clocks pass twice is the first one; one that they skip has the offset from before.
 * Undefined for a zone that is unknown here.
 */
export function offsetInZone(date: PostDate, timeZone: string): string | undefined {
  const shown = clockOf(date);
  const parts = partsIn(timeZone);
  if (parts === undefined) return undefined;
  // Clocks differ from UTC by less than a day, so one of the two offsets around that day is in force.
  const around = [shown - 1440 * minute, shown + 1440 * minute].map((instant) => parts(instant) - instant);
  const [before = 0, after = before] = around;
  const fits = (offset: number): boolean => parts(shown - offset) === shown;
  return written(fits(before) || !fits(after) ? before : after);
}

/** The same moment on the clocks of another zone; undefined when the date has no offset, or the zone is unknown. */
export function inZone(date: PostDate, timeZone: string): PostDate | undefined {
  const parts = partsIn(timeZone);
  if (date.time === undefined || date.offset === undefined || parts === undefined) return undefined;
  const instant = clockOf(date) - minutesOf(date.offset) * minute;
  const clock = parts(instant);
  const there = new Date(clock);
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    time: {
      hour: there.getUTCHours(),
      minute: there.getUTCMinutes(),
      second: date.time.second === undefined ? undefined : there.getUTCSeconds(),
    },
    offset: written(clock - instant),
  };
}

/**
 * Whether a date is still to come on clocks that show `now`, a date with time and offset. A day without a time comes at
 * its midnight. A time without an offset is one of `timeZone`, or of the clocks of `now` where that is unknown.
 */
export function isToCome(date: PostDate, now: PostDate, timeZone: string | undefined): boolean {
  const here = now.offset ?? 'Z';
  const zone = timeZone === undefined ? undefined : offsetInZone(date, timeZone);
  const moment = (one: PostDate, offset: string): number => clockOf(one) - minutesOf(offset) * minute;
  return moment(date, date.offset ?? zone ?? here) > moment(now, here);
}

/** What a clock shows, counted as if it stood in UTC; a year below 100 is meant as it is. */
function clockOf({ year, month, day, time }: PostDate): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(time?.hour ?? 0, time?.minute ?? 0, time?.second ?? 0, 0);
  return date.getTime();
}

/** Gives what the clocks of a zone show at an instant, counted as in `clockOf`. */
function partsIn(timeZone: string): ((instant: number) => number) | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // A RangeError is how an unknown zone is told.
    return undefined;
  }
  return (instant) => {
    const found = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const number = (name: string): number => Number(found[name] ?? 0);
    return clockOf({
      year: number('year'),
      month: number('month'),
      day: number('day'),
      time: { hour: number('hour'), minute: number('minute'), second: number('second') },
      offset: undefined,
    });
  };
}

/** Minutes east of UTC that `Z` or `+09:00` means. */
function minutesOf(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  return offset.startsWith('-') ? -minutes : minutes;
}

/** Before the standard zones clocks differed by seconds too, which no date format can say. */
function written(difference: number): string {
  const minutes = Math.round(Math.abs(difference) / minute);
  const sign = difference < 0 && minutes > 0 ? '-' : '+';
  return `${sign}${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}
