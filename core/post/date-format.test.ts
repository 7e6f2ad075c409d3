import { expect, test } from 'vitest';
import { formatDate } from './date-format.ts';
import { parseDate } from './dates.ts';

const shown = (text: string, format: string, language = 'ja'): string => {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return formatDate(date, format, language);
};

test.each([
  ['2018-07-18', 'YYYY年MM月DD日(ddd)', 'ja', '2018年07月18日(水)'],
  ['2018-07-08', 'YYYY年M月D日 dddd', 'ja-JP', '2018年7月8日 日曜日'],
  ['2018-07-18', 'MMMM D, YYYY', 'en', 'July 18, 2018'],
  ['2018-07-18', 'ddd, D MMM YY', 'en-GB', 'Wed, 18 Jul 18'],
  ['2018-07-18', 'YYYYMMDD', 'en', '20180718'],
  ['2018-07-18', '[Day] D', 'en', 'Day 18'],
  ['2018-07-18', 'Made on D.M.YYYY', 'en', 'Made on 18.7.2018'],
  ['2018-07-18', '<b>YYYY</b> & [', 'en', '<b>2018</b> & ['],
  ['2026-11-04T00:30:00+09:00', 'YYYY-MM-DDTHH:mm:ssZ', 'ja', '2026-11-04T00:30:00+09:00'],
  ['2026-11-04 13:05', 'YYYY/MM/DD A h:mm', 'ja', '2026/11/04 午後 1:05'],
  ['2026-11-04 00:05', 'h:mm A', 'en', '12:05 AM'],
])('%s as %s (%s) is %s', (date, format, language, expected) => {
  expect(shown(date, format, language)).toBe(expected);
});

test('a date without a time shows none', () => {
  expect(shown('2018-07-18', 'YYYY年MM月DD日(ddd) HH:mm')).toBe('2018年07月18日(水)');
  expect(shown('2018-07-18', 'YYYY-MM-DDTHH:mmZ')).toBe('2018-07-18');
});
