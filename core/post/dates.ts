/**
 * Calendar dates as an author writes them. They are never turned into a point in time: a post written at 00:30 in
 * Tokyo keeps its day wherever it is exported.
 */
export interface PostDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly time: ClockTime | undefined;
  /** `Z` or `+09:00`; undefined when the author wrote none, or no time. */
  readonly offset: string | undefined;
}

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  /** Undefined when the author wrote none. */
  readonly second: number | undefined;
}

const written =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:[ \t]*([Zz]|[+-]\d{1,2}(?::?\d{2})?))?)?$/;

/** Reads `2026-11-04`, `2026/11/4`, `2026-11-04 00:30`, `2026-11-04T00:30:00+09:00` and the like; undefined for anything else. */
export function parseDate(text: string): PostDate | undefined {
  const match = written.exec(text.trim());
  if (match === null) return undefined;
  const [, year, , month, day, hour, minute, second, zone] = match;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > daysInMonth(date.year, date.month))
    return undefined;
  if (hour === undefined || minute === undefined) return { ...date, time: undefined, offset: undefined };
  const time = {
    hour: Number(hour),
    minute: Number(minute),
    second: second === undefined ? undefined : Number(second),
  };
  if (time.hour > 23 || time.minute > 59 || (time.second ?? 0) > 59) return undefined;
  const offset = zone === undefined ? undefined : fullOffset(zone);
  return offset === 'impossible' ? undefined : { ...date, time, offset };
}

/** Whether a text says a day of the calendar, with or without a time. */
export const isCalendarDate = (text: string): boolean => parseDate(text) !== undefined;

/** `YYYY-MM-DD`. */
export function calendarDay(date: PostDate): string {
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}

/** The value of `<time datetime>`: the day, with time and offset only where the author wrote them. */
export function dateTimeAttribute(date: PostDate): string {
  if (date.time === undefined) return calendarDay(date);
  const { hour, minute, second } = date.time;
  const seconds = second === undefined ? '' : `:${pad(second, 2)}`;
  return `${calendarDay(date)}T${pad(hour, 2)}:${pad(minute, 2)}${seconds}${date.offset ?? ''}`;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: PostDate): number {
  // The year starts in March here, so that a leap day is its last (Zeller, with months as days since March).
  const shift = date.month < 3 ? 1 : 0;
  const year = date.year - shift;
  const marchDays = Math.floor((153 * (date.month + 12 * shift - 3) + 2) / 5);
  const days =
    date.day +
    marchDays +
    365 * year +
    Math.floor(year / 4) -
    Math.floor(year / 100) +
    Math.floor(year / 400);
  return (days + 2) % 7;
}

export const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function fullOffset(zone: string): string {
  if (/^z$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '');
  const hours = Number(digits.length > 2 ? digits.slice(0, -2) : digits);
  const minutes = Number(digits.length > 2 ? digits.slice(-2) : '0');
  if (hours > 23 || minutes > 59) return 'impossible';
  return `${zone.charAt(0)}${pad(hours, 2)}:${pad(minutes, 2)}`;
}
