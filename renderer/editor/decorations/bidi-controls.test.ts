import { expect, test } from 'vitest';
import { restOf } from './bidi-controls.ts';

test('a line is shown whole up to its thousandth turn of direction', () => {
  expect(restOf('words in a line '.repeat(1000))).toBeUndefined();
  expect(restOf('\u2067a\u2069'.repeat(500))).toBeUndefined();
  expect(restOf('\u2067a\u2069'.repeat(501))).toBe(1500);
  expect(restOf(`words ${'\u202e'.repeat(20_000)}`)).toBe(1006);
});
