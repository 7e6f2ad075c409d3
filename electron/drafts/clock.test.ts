import { expect, test } from 'vitest';
import { calendarDay, dateTimeAttribute } from '../../core/post/dates.ts';
import { clockIn } from './clock.ts';

// 00:30 on the 22nd in Tokyo.
const morningInTokyo = new Date('2026-11-21T15:30:00Z');

test('a morning in Tokyo keeps its day', () => {
  expect(dateTimeAttribute(clockIn('Asia/Tokyo', morningInTokyo))).toBe('2026-11-22T00:30:00+09:00');
  expect(dateTimeAttribute(clockIn('UTC', morningInTokyo))).toBe('2026-11-21T15:30:00+00:00');
  expect(dateTimeAttribute(clockIn('America/Los_Angeles', morningInTokyo))).toBe('2026-11-21T07:30:00-08:00');
});

test('no zone, or one that nobody knows, is that of the machine', () => {
  const noon = new Date(2026, 10, 22, 12);
  for (const zone of [undefined, 'Mars/Olympus']) {
    const clock = clockIn(zone, noon);
    expect([calendarDay(clock), clock.time?.hour]).toEqual(['2026-11-22', 12]);
  }
});
