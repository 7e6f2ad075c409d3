import { expect, test } from 'vitest';
import { textSource } from '../post/text-source.ts';
import { outlineOf } from './outline.ts';
import { plainSummary } from './summary.ts';

test('the first paragraph as plain text', () => {
  const text =
    '---\ntitle: x\n---\n# Head\n\n![only an image](a.png)\n\n**Bold** `code` [link][a]\nand[^1] [more]\n\nnext\n\n[a]: /a\n[^1]: Note';
  expect(plainSummary(textSource(text), 100)).toBe('Bold code link and [more]');
  expect(plainSummary(textSource('日本語の\n段落です。'), 100)).toBe('日本語の段落です。');
});

test('cut by characters, surrogate pairs whole', () => {
  expect(plainSummary(textSource('𠮷野家 に行く'), 4)).toBe('𠮷野家…');
  expect(plainSummary(textSource('# only a heading'), 100)).toBe('');
});

test('the outline has the anchors of the article', () => {
  expect(outlineOf(textSource('---\na: b\n---\n# One\n\ntext\n\nOne\n---\n\n> ### `Three` *x*'))).toEqual([
    { level: 1, text: 'One', anchor: 'one', line: 4 },
    { level: 2, text: 'One', anchor: 'one-1', line: 8 },
    { level: 3, text: 'Three x', anchor: 'three-x', line: 11 },
  ]);
});
