import { expect, test } from 'vitest';
import { dateTimeAttribute, parseDate } from './dates.ts';
import { inZone, offsetInZone } from './time-zone.ts';

test.each([
  ['2026-11-04 00:30', 'Asia/Tokyo', '+09:00'],
  ['2026-11-04', 'Asia/Tokyo', '+09:00'],
  ['1950-07-01 12:00', 'Asia/Tokyo', '+10:00'],
  ['2026-03-28 12:00', 'Europe/Berlin', '+01:00'],
  ['2026-03-29 12:00', 'Europe/Berlin', '+02:00'],
  ['2026-03-29 01:59:59', 'Europe/Berlin', '+01:00'],
  ['2026-03-29 03:00', 'Europe/Berlin', '+02:00'],
  ['2026-10-25 02:30', 'Europe/Berlin', '+02:00'],
  ['2026-07-04', 'America/New_York', '-04:00'],
  ['2026-01-01', 'Asia/Kolkata', '+05:30'],
  ['2026-01-01', 'UTC', '+00:00'],
  ['2026-01-01', 'Pacific/Kiritimati', '+14:00'],
])('%s in %s is %s', (written, zone, offset) => {
  const date = parseDate(written);
  expect(date && offsetInZone(date, zone)).toBe(offset);
});

test('a zone that does not exist has no offset', () => {
  const date = parseDate('2026-11-04');
  expect(date && offsetInZone(date, 'Asia/Edo')).toBeUndefined();
});

test.each([
  ['2026-11-03T15:30:00Z', 'Asia/Tokyo', '2026-11-04T00:30:00+09:00'],
  ['2026-11-04T00:30+09:00', 'America/New_York', '2026-11-03T10:30-05:00'],
])('%s on the clocks of %s is %s', (written, zone, there) => {
  const date = parseDate(written);
  const moved = date && inZone(date, zone);
  expect(moved && dateTimeAttribute(moved)).toBe(there);
});
