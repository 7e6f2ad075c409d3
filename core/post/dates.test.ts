import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay, dateTimeAttribute, parseDate, weekday } from './dates.ts';

const attribute = (text: string): string | undefined => {
  const date = parseDate(text);
  return date === undefined ? undefined : dateTimeAttribute(date);
};

describe('a date as written', () => {
  test.each([
    ['2018-07-18', '2018-07-18'],
    ['2018/7/8', '2018-07-08'],
    ['2026-11-04T00:30:00+09:00', '2026-11-04T00:30:00+09:00'],
    ['2026-11-04 00:30:00 +0900', '2026-11-04T00:30:00+09:00'],
    ['2026-11-04 9:05', '2026-11-04T09:05'],
    ['2026-11-04t00:30:00.123z', '2026-11-04T00:30:00Z'],
    ['2026-11-04 00:30 -3', '2026-11-04T00:30-03:00'],
    [' 2024-02-29 ', '2024-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(attribute(text)).toBe(expected);
  });

  test.each([
    '',
    'tomorrow',
    '2026-13-01',
    '2026-00-10',
    '2026-02-29',
    '2026-04-31',
    '2026-11-04 24:00',
    '26-11-04',
    '2026-11/04',
  ])('%s is none', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test('half past midnight in Tokyo keeps its day', () => {
    const date = parseDate('2026-11-04T00:30:00+09:00');
    expect(date && calendarDay(date)).toBe('2026-11-04');
  });
});

test('the weekday is that of the calendar', () => {
  const meetup = parseDate('2018-07-18');
  expect(meetup && weekday(meetup)).toBe(3);
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (moment) => {
        const date = parseDate(moment.toISOString().slice(0, 10));
        expect(date && weekday(date)).toBe(moment.getUTCDay());
      },
    ),
  );
});
