import { isCalendarDate, pad } from '../post/dates.ts';

/**
 * A local time of WordPress (`2018-07-18 00:30:00`) with the offset that the same moment in UTC gives it. Without a
 * moment in UTC, as of drafts, there is no offset; `0000-00-00` is no date.
 */
export function dateWithOffset(local: string, utc: string): string | undefined {
  if (!isCalendarDate(local)) return undefined;
  const [here, there] = [minutes(local), minutes(utc)];
  if (here === undefined || there === undefined) return local;
  const offset = here - there;
  if (Math.abs(offset) > 14 * 60 || !Number.isInteger(offset)) return local;
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
  return `${local.replace(' ', 'T')}${zone}`;
}

/** Minutes since 1970 of a time without a zone; only differences of two of them mean anything. */
function minutes(written: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):\d{2}$/.exec(written);
  if (match === null || !isCalendarDate(written)) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

/** `07/18/2018 12:30:00 AM` and `07/18/2018 00:30:00`, as Movable Type writes them, as `2018-07-18 00:30:00`. */
export function movableTypeDate(written: string): string | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?)?$/i.exec(
    written.trim(),
  );
  if (match === null) return undefined;
  const [, month = '', day = '', year = '', hour, minute = '00', second = '00', half] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (hour === undefined) return isCalendarDate(date) ? date : undefined;
  const noon = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  const whole = `${date} ${pad(noon, 2)}:${minute}:${second}`;
  return isCalendarDate(whole) ? whole : undefined;
}
