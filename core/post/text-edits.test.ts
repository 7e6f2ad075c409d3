import { expect, test } from 'vitest';
import { textSource } from './text-source.ts';
import { withEdits } from './text-edits.ts';

test('positions of all edits are those of the text before them', () => {
  const edits = [
    { from: 0, to: 0, insert: 'あ' },
    { from: 1, to: 3, insert: '' },
    { from: 3, to: 4, insert: 'two\n' },
    { from: 6, to: 6, insert: '!' },
  ];
  expect(withEdits('abcdef', edits)).toBe('あatwo\nef!');
  expect(withEdits(textSource('abc\nef'), edits)).toBe('あatwo\nef!');
  expect(withEdits('abc', [])).toBe('abc');
});
