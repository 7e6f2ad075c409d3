import { expect, test } from 'vitest';
import { calendarDate } from './today.ts';

// 00:30 on the 22nd in Tokyo.
const morningInTokyo = new Date('2026-11-21T15:30:00Z');

test('a morning in Tokyo keeps its day', () => {
  expect(calendarDate(morningInTokyo, 'Asia/Tokyo')).toBe('2026-11-22');
  expect(calendarDate(morningInTokyo, 'UTC')).toBe('2026-11-21');
  expect(calendarDate(morningInTokyo, 'America/Los_Angeles')).toBe('2026-11-21');
});

test('months and days have two digits', () => {
  expect(calendarDate(new Date('2026-01-02T12:00:00Z'), 'UTC')).toBe('2026-01-02');
});

test('no zone, or one that nobody knows, is that of the machine', () => {
  const noon = new Date(2026, 10, 22, 12);
  expect(calendarDate(noon, undefined)).toBe('2026-11-22');
  expect(calendarDate(noon, 'Mars/Olympus')).toBe('2026-11-22');
});
