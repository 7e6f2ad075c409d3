import { expect, test } from 'vitest';
import { counted } from './counted.ts';

test('one is one, in figures or written out, and all others are many', () => {
  expect([0, 1, 2, 1001, '1', '1,001'].map((count) => counted(count, 'word'))).toEqual([
    '0 words',
    '1 word',
    '2 words',
    '1001 words',
    '1 word',
    '1,001 words',
  ]);
});
