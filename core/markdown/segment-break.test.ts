import { expect, test } from 'vitest';
import { joinsWithoutSpace } from './segment-break.ts';

test.each([
  ['日', '本', true],
  ['、', 'か', true],
  ['ｶ', '」', true],
  ['〇', '𠮷', true],
  ['日', 'a', false],
  ['1', '月', false],
  ['한', '국', false],
  ['日', '한', false],
  ['…', 'か', true],
  ['あ', '“', true],
  ['a', '…', false],
  ['\u200B', 'a', true],
  ['', 'あ', false],
  ['。', '🎉', true],
])('%s and %s: %s', (before, after, joined) => {
  expect(joinsWithoutSpace(before, after)).toBe(joined);
});
