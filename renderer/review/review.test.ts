import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextEdit } from '../../core/contract/text.ts';
import type { PostId } from '../../core/contract/post.ts';
import { loadExtrasOf } from '../../core/markdown/extras.ts';
import { outlineOf } from '../../core/markdown/outline.ts';
import { readBlog } from '../../core/post/blog.ts';
import { textSource } from '../../core/post/text-source.ts';
import { articleOf } from '../../core/targets/article.ts';
import { checkText } from '../../core/targets/checks/check-text.ts';
import { anchorsIn, deadLinks, hasAnchor, localLinks } from '../../core/targets/checks/links.ts';
import { tokensOf } from '../../core/targets/checks/text-runs.ts';
import { postToExport } from '../../core/targets/post-to-export.ts';
import type { About, Report } from './messages.ts';
import { Review } from './review.ts';

const about: About = {
  id: '2018-07-18-meetup/index.md' as PostId,
  blog: readBlog(undefined, 'ja').blog,
  target: undefined,
};

let clock = 0;
const opened = (text: string): Review => {
  const review = new Review(about, () => (clock += 1));
  review.open(text);
  return review;
};

const done = (review: Review): Report => {
  while (review.pending) review.step(3);
  return review.report(1);
};

/** What the export of the same text says, less what takes a disk to know. */
async function exported(text: string): Promise<readonly unknown[]> {
  const ready = postToExport(about.id ?? ('' as PostId), text, about.blog, '');
  if (ready.kind !== 'ok') return [];
  const tokens = tokensOf(ready.post);
  const inside = localLinks(tokens).filter(({ path }) => path === '');
  const anchors = anchorsIn(await articleOf(ready.post, undefined));
  const dead = deadLinks(inside, ({ anchor }) => (hasAnchor(anchors, anchor) ? 'there' : 'anchor-dead'));
  return comparable([...checkText(ready.post, tokens), ...dead]);
}

const onDisk = /^image-|^front-matter-/;
const comparable = (found: Report['findings']): readonly unknown[] =>
  found
    .filter(({ kind }) => !onDisk.test(kind))
    .map(({ kind, line, subject, place }) => JSON.stringify([line, kind, subject, place]))
    .toSorted();

const applied = (text: string, edits: readonly TextEdit[]): string =>
  edits.reduceRight((whole, { from, to, insert }) => whole.slice(0, from) + insert + whole.slice(to), text);

const piece = fc.constantFrom(
  '2018年07月18日(木)です。',
  '7月18日（木）',
  'TODO: 写真\n',
  '![](a.png)',
  '[x](#gone)',
  '# 見出し\n',
  '[x](#見出し)',
  '## 見出し\n',
  '[y](#見出し-1)',
  '[z][r] ',
  '\n[r]: #gone\n',
  'text[^1] ',
  '\n[^1]: TODO: note\n',
  '[n](#fn:1)',
  '<p id="own">\n',
  '[o](#own)',
  '<details>\n\n',
  '</details>\n',
  '- ',
  '> ',
  '```\n',
  '| a | b |\n|---|---|\n| TODO: | 18日(木) |\n',
  '    ',
  '**b** ',
  '\n\n',
  '---\ndate: 2019-01-01\n---\n',
  '---\n',
  'description:\n',
  ':::note\n',
  ':::\n',
  '<img src="b.png">',
);
const pieces = fc.array(piece, { maxLength: 30 }).map((some) => some.join(''));
const edit = fc.record({ at: fc.nat(500), remove: fc.nat(20), insert: fc.array(piece, { maxLength: 2 }) });

test('a heading has its emoji once they are loaded', async () => {
  const review = opened('# :date: Today\n');
  done(review);
  await review.loadExtras();
  expect(done(review).outline?.map(({ text }) => text)).toEqual(['📅 Today']);
});

test('says what an export of the same text says, after any edits', async () => {
  await loadExtrasOf(textSource(':date:'));
  await fc.assert(
    fc.asyncProperty(pieces, fc.array(edit, { maxLength: 8 }), async (start, edits) => {
      let text = start;
      const review = opened(text);
      for (const { at, remove, insert } of edits) {
        const from = at % (text.length + 1);
        const one = { from, to: Math.min(text.length, from + remove), insert: insert.join('') };
        text = applied(text, [one]);
        review.edit([one]);
        if (at % 3 !== 0) done(review);
      }
      const { findings, count } = done(review);
      const fresh = done(opened(text));
      expect(comparable(findings)).toEqual(await exported(text));
      expect(comparable(findings)).toEqual(comparable(fresh.findings));
      expect(count).toEqual(fresh.count);
      expect(fresh.outline?.map((entry) => entry.text)).toEqual(
        outlineOf(textSource(text)).map((entry) => entry.text),
      );
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('marks the very words, wherever they have moved', () => {
  const text = '2018年07月18日(木)\n\nTODO: x\n';
  const review = opened(text);
  done(review);
  review.edit([{ from: 0, to: 0, insert: 'もっと\n\n' }]);
  const moved = `もっと\n\n${text}`;
  const marked = done(review).findings.map(({ place }) => moved.slice(place?.from, place?.to));
  expect(marked).toEqual(['2018年07月18日(木)', 'TODO:'.slice(0, 4)]);
});

test.each([
  ['2018年07月18日(木曜日)に', '2018年07月18日(水曜日)に'],
  ['on Thursday, July 18, 2018', 'on Wednesday, July 18, 2018'],
  ['(Thu, 18 Jul 2018)', '(Wed, 18 Jul 2018)'],
  [
    '---\ndescription:\n---\n\n# x\n\nはじめに。\n',
    '---\ndescription: はじめに。\n---\n\n# x\n\nはじめに。\n',
  ],
])('puts %j right', (text, right) => {
  const { findings } = done(opened(text));
  expect(
    applied(
      text,
      findings.flatMap(({ fix }) => fix),
    ),
  ).toBe(right);
});

test('tells apart what only the disk can say', () => {
  const { links, images, findings } = done(
    opened('[a](other.md#x) [b](#top) ![c](img/c.png) ![d](../../../d.png) ![e](https://e.example/e.png)\n'),
  );
  expect(links.map(({ path, anchor }) => [path, anchor])).toEqual([['other.md', 'x']]);
  expect(images.map(({ from }) => from)).toEqual([['2018-07-18-meetup/img/c.png']]);
  expect(findings.map(({ kind }) => kind)).toEqual(['image-outside']);
});

test('an outline is told when it is another one', () => {
  const review = opened('# a\n\ntext\n\n## 日本\n');
  expect(done(review).outline).toMatchObject([
    { level: 1, text: 'a', line: 1 },
    { level: 2, text: '日本', line: 5 },
  ]);
  review.edit([{ from: 6, to: 6, insert: 'more ' }]);
  expect(done(review).outline).toBeUndefined();
  review.edit([{ from: 3, to: 3, insert: '\n' }]);
  expect(done(review).outline).toMatchObject([{ line: 1 }, { line: 6 }]);
});
