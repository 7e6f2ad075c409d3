import { expect, test } from 'vitest';
import { textSource } from '../post/text-source.ts';
import { renderBlocks } from './render.ts';
import { testOptions } from '../testing/markdown-fixtures.ts';
import { randomText, seeded } from '../testing/random-edits.ts';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { blockText, searchFor } from './block-text.ts';

const textOf = (node: Tree.Node): string =>
  node.nodeName === '#text'
    ? (node as Tree.TextNode).value
    : 'childNodes' in node
      ? node.childNodes.map(textOf).join('')
      : '';

test('the text of a block is that of its nodes', () => {
  for (let seed = 0; seed < 400; seed++) {
    for (const { html } of renderBlocks(textSource(randomText(seeded(seed))), testOptions))
      expect([html, blockText(html)]).toEqual([html, textOf(parseFragment(html))]);
  }
});

test('what is looked for is no pattern, and is found in any case', () => {
  const found = (query: string, text: string): number[] =>
    [...text.matchAll(searchFor(query) ?? /(?!)/g)].map(({ index }) => index);
  expect(found('a.c', 'abc a.c A.C')).toEqual([4, 8]);
  expect(found('[x] - (y)*', 'z [X] - (y)*')).toEqual([2]);
  expect(found('筆', '筆の筆')).toEqual([0, 2]);
  expect(found('😀', '😀😀')).toEqual([0, 2]);
  expect(searchFor('')).toBeUndefined();
});
