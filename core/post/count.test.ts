import { expect, test } from 'vitest';
import { addCounts, countText, noText, readingMinutes } from './count.ts';

test.each([
  ['', 0, 0, 0],
  ['Two words.', 9, 2, 0],
  ["don't well-known 3.14", 19, 4, 0],
  ['日本語の 文章、です。', 10, 0, 8],
  ['TypeScript で書く', 13, 1, 3],
  ['a　b\u00a0c\n\td', 4, 4, 0],
  // Pairs, combined and decomposed characters are one each.
  ['😀𠮷か\u3099e\u0301', 4, 1, 2],
  ['한국어 글', 4, 2, 0],
  ['été', 3, 1, 0],
])('%j', (text, characters, words, ideographs) => {
  expect(countText(text)).toEqual({ characters, words, ideographs });
});

test('parts add up, and take their time', () => {
  const parts = ['日本', 'two words'].map(countText).reduce(addCounts, noText);
  expect(parts).toEqual({ characters: 10, words: 2, ideographs: 2 });
  expect(readingMinutes({ characters: 0, words: 460, ideographs: 500 })).toBe(3);
});
