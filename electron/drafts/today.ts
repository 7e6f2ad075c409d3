/**
 * The calendar date of a moment, `YYYY-MM-DD`, in a time zone by its IANA name; without one, or with one that this
 * system does not know, in the machine's own zone. A morning in Tokyo is never the day before.
 */
export function calendarDate(now: Date, timeZone: string | undefined): string {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  return ['year', 'month', 'day']
    .map((type) => parts.get(type as Intl.DateTimeFormatPartTypes) ?? '')
    .join('-');
}

function formatFor(timeZone: string | undefined): Intl.DateTimeFormat {
  const options = {
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  } as const;
  try {
    return new Intl.DateTimeFormat('en', timeZone === undefined ? options : { ...options, timeZone });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.DateTimeFormat('en', options);
  }
}
