import { defaultTreeAdapter, html, parseFragment, serialize } from 'parse5';
import { beforeAll, expect, test } from 'vitest';
import { textSource } from '../post/text-source.ts';
import { article, testOptions } from '../testing/markdown-fixtures.ts';
import { randomText, seeded } from '../testing/random-edits.ts';
import { loadExtras } from './extras.ts';
import { articleHtml, renderBlocks } from './render.ts';

beforeAll(() => loadExtras(new Set(['math', 'emoji'])));

/** What a browser makes of the content of an article. */
const read = (content: string): string =>
  serialize(parseFragment(defaultTreeAdapter.createElement('article', html.NS.HTML, []), content, {}));

test('each block is whole in itself: read alone it gives the nodes that it gives in the article', () => {
  for (let seed = 0; seed < 500; seed++) {
    const text = randomText(seeded(seed));
    const blocks = renderBlocks(textSource(text), testOptions);
    expect([text, read(articleHtml(blocks))]).toEqual([
      text,
      blocks.map((block) => read(block.html)).join(''),
    ]);
  }
});

test('no id comes twice but those that an author wrote twice in raw HTML', () => {
  for (let seed = 1000; seed < 1300; seed++) {
    const text = randomText(seeded(seed));
    const ids = [...article(text).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');
    const own = ids.filter((id) => !id.startsWith('user-content-'));
    expect([text, new Set(own).size]).toEqual([text, own.length]);
  }
});

test('the front matter is no part of the article, and lines count from its first', () => {
  const blocks = renderBlocks(textSource('---\ntitle: x\n---\n\n# Head\ntext\n\n'), testOptions);
  expect(blocks).toEqual([
    { html: '<h1 id="head">Head</h1>\n', fromLine: 5, toLine: 6 },
    { html: '<p>text</p>\n', fromLine: 6, toLine: 7 },
  ]);
  expect(renderBlocks(textSource(''), testOptions)).toEqual([]);
  expect(renderBlocks(textSource('---\ntitle: x\n---'), testOptions)).toEqual([]);
});

test('local images go through the mapping once, however they are written', () => {
  const options = { ...testOptions, imageAddress: (address: string) => `post:${address}` };
  expect(article('![a](a%20b.png) ![b](https://x.example/b.png)', options)).toBe(
    '<p><img src="post:a b.png" alt="a"> <img src="https://x.example/b.png" alt="b"></p>\n',
  );
  expect(article('![a](a.png) <img src="b.png"> <b>raw</b>', options)).toBe(
    '<p><img src="post:a.png" alt="a"> <img src="post:b.png"> <b>raw</b></p>\n',
  );
  expect(article('![a](data:image/png;base64,AA) ![b](//host/b.png)', options)).toBe(
    '<p><img src="data:image/png;base64,AA" alt="a"> <img src="https://host/b.png" alt="b"></p>\n',
  );
});
