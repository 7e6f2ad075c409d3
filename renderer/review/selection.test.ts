import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { PostId } from '../../core/contract/post.ts';
import { loadExtrasOf } from '../../core/markdown/extras.ts';
import { readBlog } from '../../core/post/blog.ts';
import { textSource } from '../../core/post/text-source.ts';
import type { Report } from './messages.ts';
import { Review } from './review.ts';
import { piece } from './testing/pieces.ts';

function opened(text: string): Review {
  const about = { id: 'a.md' as PostId, blog: readBlog(undefined, 'ja').blog, target: undefined };
  const review = new Review(about, () => 0);
  review.open(text);
  return review;
}

function reported(review: Review): Report {
  while (review.pending) review.step(3);
  return review.report(1);
}

/** How many characters a report tells of a selection. */
function selected(review: Review, from: number, to: number): number | undefined {
  review.select({ from, to });
  return reported(review).selected?.count.characters;
}

beforeAll(() => loadExtrasOf(textSource(':pencil2: $x$')));

test.each([
  ['これは|**太字**|です', 2],
  ['[リン|ク](https://example.com/ "題")と|続き', 2],
  ['[甲](b)|b|b', 1],
  ['[甲](b "(b)")b|b|', 1],
  ['画像 |![説明](a.png)| です', 0],
  ['|---\ntitle: 題\n---\n\n|本文', 0],
  ['{漢字|かんじ}の| :pencil2: |', 1],
  ['a |`co|de` b', 2],
  ['- 一\n- |二\n\n次の段|落', 4],
  ['```js title="x"\nlet |a;\n```\n\n二つ|目', 4],
  ['1 \\* |2 \\* 3 &amp; 4| ', 5],
  ['> ```\n> al|pha\n> beta\n> ```\n\nc|', 8],
  ['a[^1]|\n\n[^1]: 脚注|', 2],
  ['|[x][y]|\n\n[y]: https://example.com/', 1],
  ['<details>\n\n一|二\n\n三|四\n\n</details>', 2],
])('of %j the marks and addresses do not count', (marked, characters) => {
  const [before = '', within = '', after = ''] = split(marked);
  const review = opened(before + within + after);
  expect(selected(review, before.length, before.length + within.length)).toBe(characters);
});

/** At the first and the last `|`; that of ruby stands between. */
function split(marked: string): readonly string[] {
  const bars = [...marked.matchAll(/\|(?!かんじ)/g)].map(({ index }) => index);
  const [first = 0, last = 0] = bars;
  return [marked.slice(0, first), marked.slice(first + 1, last), marked.slice(last + 1)];
}

test('all of a post is as long selected as it is, and so are its two parts', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(), (pieces, at) => {
      const text = pieces.join('');
      const review = opened(text);
      const source = textSource(text);
      const cut = source.line(1 + (at % source.lines)).from;
      const count = reported(review).count.characters;
      expect(selected(review, 0, text.length)).toBe(count);
      const [above = 0, below = 0] = [selected(review, 0, cut), selected(review, cut, text.length)];
      expect(above + below).toBe(count);
    }),
    { numRuns: 500 },
  );
});

test('a cell with an escaped bar counts with its line', () => {
  const table = '| a |\n| - |\n';
  const row = '| 甲\\|乙 |\n';
  const review = opened(table + row);
  expect(selected(review, 0, table.length)).toBe(1);
  expect(selected(review, table.length, table.length + row.length)).toBe(3);
});

test('an edit ends a selection', () => {
  const review = opened('一\n\n二\n');
  expect(selected(review, 0, 1)).toBe(1);
  review.edit([{ from: 0, to: 0, insert: '零' }]);
  expect(reported(review).selected).toBeUndefined();
});
