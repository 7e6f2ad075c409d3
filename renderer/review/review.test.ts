import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { PostId } from '../../core/contract/post.ts';
import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { loadExtrasOf } from '../../core/markdown/extras.ts';
import { outlineOf, type Heading } from '../../core/markdown/outline.ts';
import { readBlog } from '../../core/post/blog.ts';
import { withEdits } from '../../core/post/text-edits.ts';
import { textSource } from '../../core/post/text-source.ts';
import { articleOf } from '../../core/targets/article.ts';
import { checkText } from '../../core/targets/checks/check-text.ts';
import type { Place } from '../../core/targets/checks/finding.ts';
import { anchorsIn, deadLinks, hasAnchor, localLinks } from '../../core/targets/checks/links.ts';
import { tokensOf } from '../../core/targets/checks/text-runs.ts';
import { postToExport } from '../../core/targets/post-to-export.ts';
import type { About, Report, Told } from './messages.ts';
import { movedTold } from './moved-told.ts';
import { changedOutline } from './outline-change.ts';
import { Review } from './review.ts';
import { piece } from './testing/pieces.ts';

const about: About = {
  id: '2018-07-18-meetup/index.md' as PostId,
  blog: readBlog(undefined, 'ja').blog,
  target: undefined,
};

let clock = 0;

/** A review, and what a window knows that follows its reports. */
class Followed {
  readonly review: Review;
  text: string;
  told: Told = { findings: [], hints: [], links: [], images: [] };
  outline: readonly Heading[] = [];
  report: Report | undefined;
  #since: (readonly TextEdit[])[] = [];

  constructor(text: string, of: About = about) {
    this.text = text;
    this.review = new Review(of, () => (clock += 1));
    this.review.open(text);
  }

  edit(...edits: TextEdit[]): void {
    this.text = withEdits(this.text, edits);
    this.#since.push(edits);
    this.review.edit(edits);
  }

  done(): this {
    while (this.review.pending) this.review.step(3);
    const report = this.review.report(1);
    const source = textSource(this.text);
    this.told = report.told ?? movedTold(this.told, this.#since, (at) => source.lineAt(at).number);
    if (report.outline !== undefined) this.outline = changedOutline(this.outline, report.outline);
    this.report = report;
    this.#since = [];
    return this;
  }
}

const opened = (text: string): Followed => new Followed(text).done();

/** What the export of the same text says, less what takes a disk to know. */
async function exported(text: string): Promise<readonly unknown[]> {
  const ready = postToExport(about.id ?? ('' as PostId), text, about.blog, '');
  if (ready.kind !== 'ok') return [];
  const tokens = tokensOf(ready.post);
  const inside = localLinks(tokens).filter(({ path }) => path === '');
  const anchors = anchorsIn(await articleOf(ready.post, undefined));
  const dead = deadLinks(inside, ({ anchor }) => (hasAnchor(anchors, anchor) ? 'there' : 'anchor-dead'));
  return comparable([...checkText(ready.post, tokens), ...dead], ready.post.source);
}

const onDisk = /^image-|^front-matter-/;
/** A place that cannot be told is that of the line. */
const comparable = (found: Told['findings'], source: TextSource): readonly unknown[] =>
  found
    .filter(({ kind }) => !onDisk.test(kind))
    .map(({ kind, line, subject, place }) =>
      JSON.stringify([line, kind, subject, place ?? trimmedLine(source, line ?? 1)]),
    )
    .toSorted();

const trimmedLine = (source: TextSource, number: number): Place => {
  const { from, text } = source.line(Math.min(number, source.lines));
  const start = text.length - text.trimStart().length;
  return { from: from + start, to: from + Math.max(start, text.trimEnd().length) };
};

const pieces = fc.array(piece, { maxLength: 30 }).map((some) => some.join(''));
const edit = fc.record({ at: fc.nat(500), remove: fc.nat(20), insert: fc.array(piece, { maxLength: 2 }) });

/** What a window knows equals what it would be told of the same text by somebody who reads it for the first time. */
const expectFresh = (followed: Followed, of: About = about): void => {
  const fresh = new Followed(followed.text, of).done();
  const inOrder = (told: Told): Told => ({
    ...told,
    findings: told.findings.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  });
  expect(inOrder(followed.told)).toEqual(inOrder(fresh.told));
  expect(followed.report?.count).toEqual(fresh.report?.count);
  expect(followed.outline).toEqual(fresh.outline);
};

beforeAll(() => loadExtrasOf(textSource(':date: $x$')));

test('a heading has its emoji once they are loaded', async () => {
  const followed = opened('# :memo: Today\n');
  await followed.review.loadExtras();
  expect(followed.done().outline.map(({ text }) => text)).toEqual(['📝 Today']);
});

/** One or two edits, as an editor tells them: ascending and apart. */
const edits = fc.array(edit, { minLength: 1, maxLength: 2 });
const editsOf = (
  some: readonly { at: number; remove: number; insert: string[] }[],
  length: number,
): TextEdit[] => {
  const found: TextEdit[] = [];
  for (const { at, remove, insert } of some) {
    const least = (found.at(-1)?.to ?? -1) + 1;
    if (least > length) break;
    const from = least + (at % (length - least + 1));
    found.push({ from, to: Math.min(length, from + remove), insert: insert.join('') });
  }
  return found;
};
const lens = fc.constantFrom<About['target']>(undefined, 'hexo', 'jekyll', 'zenn');

test('after any edits it says what it would say of the text at once, and what an export says', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, lens, fc.array(edits, { maxLength: 24 }), async (start, target, batches) => {
      const of = { ...about, target };
      const followed = new Followed(start, of).done();
      for (const batch of batches) {
        followed.edit(...editsOf(batch, followed.text.length));
        if ((batch[0]?.at ?? 0) % 3 === 0) continue;
        followed.done();
        expectFresh(followed, of);
      }
      followed.done();
      expectFresh(followed, of);
      const source = textSource(followed.text);
      const headings = outlineOf(source).map(({ level, text, line }) => ({ level, text, line }));
      expect(followed.outline).toEqual(headings);
      if (target !== undefined) return;
      expect(comparable(followed.told.findings, source)).toEqual(await exported(followed.text));
    }),
    {
      numRuns: 1000,
      // An image that has its address on another line than its beginning.
      examples: [['# x\n![', undefined, [[{ at: 13, remove: 0, insert: ['a | b\n', '](a.png)'] }], []]]],
    },
  );
}, 300_000);

const long = Array.from({ length: 2000 }, (_, at) => {
  const problem = at % 20 === 0 ? 'TODO: 書く [x](#ない)' : '文章です。';
  return `## 見出し ${String(at)}\n\n${problem}\n`;
}).join('\n');

test('a key costs the block that it is typed into, whatever the length of the post', () => {
  const followed = opened(long);
  const before = followed.review.effort;
  const from = long.indexOf('文章', long.length / 2);
  followed.edit({ from, to: from, insert: 'x' });
  followed.done();
  const { checked, visited } = followed.review.effort;
  expect({ checked: checked - before.checked, visited: visited - before.visited }).toEqual({
    checked: 1,
    visited: 0,
  });
  expect(followed.report).toMatchObject({ told: undefined, outline: undefined });
});

test('a line end costs the block, and a look at the headings', () => {
  const followed = opened(long);
  const before = followed.review.effort;
  const from = long.indexOf('文章', long.length / 2);
  followed.edit({ from, to: from, insert: '新しい。\n\n' });
  followed.done();
  const { checked, visited } = followed.review.effort;
  expect(checked - before.checked).toBeLessThan(4);
  expect(visited - before.visited).toBe(2000);
  expect(followed.report?.told).toBeUndefined();
  expect(followed.report?.outline).toMatchObject({ removed: 0, inserted: [], moved: 2 });
});

test('another date is asked of the blocks whose weekdays it decides, and of no others', () => {
  const followed = opened(`---\ndate: 2018-07-18\n---\n\n7月18日（水）\n\n${long}`);
  const kinds = (): readonly unknown[] =>
    followed.told.findings.filter(({ kind }) => kind === 'weekday-wrong').map(({ subject }) => subject);
  expect(kinds()).toEqual([]);
  const before = followed.review.effort.checked;
  const from = followed.text.indexOf('18');
  followed.edit({ from, to: from + 2, insert: '19' });
  followed.done();
  expect(kinds()).toEqual(['7月18日（水） → 木']);
  expect(followed.review.effort.checked - before).toBe(1);
});

test('a line end in the place of a letter moves lines and nothing else', () => {
  const followed = opened('ab\n\nTODO: x\n');
  followed.edit({ from: 1, to: 2, insert: '\n' });
  expect(followed.done().told.findings).toMatchObject([{ line: 4, place: { from: 4, to: 8 } }]);
});

test('marks the very words, wherever they have moved', () => {
  const followed = opened('2018年07月18日(木)\n\nTODO: x\n');
  followed.edit({ from: 0, to: 0, insert: 'もっと\n\n' });
  followed.done();
  const marked = followed.told.findings.map(({ place }) => followed.text.slice(place?.from, place?.to));
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
  const { findings } = opened(text).told;
  const fixes = findings.flatMap(({ fix }) => fix);
  expect(withEdits(text, fixes)).toBe(right);
});

test('tells apart what only the disk can say', () => {
  const { links, images, findings } = opened(
    '[a](other.md#x) [b](#top) ![c](img/c.png) ![d](../../../d.png) ![e](https://e.example/e.png)\n',
  ).told;
  expect(links.map(({ path, anchor }) => [path, anchor])).toEqual([['other.md', 'x']]);
  expect(images.map(({ from }) => from)).toEqual([['2018-07-18-meetup/img/c.png']]);
  expect(findings.map(({ kind }) => kind)).toEqual(['image-outside']);
});

test('headings inside of other blocks are on their own lines', () => {
  const followed = opened('<details>\n\ntext\n\n## in\n\n</details>\n\n> a\n>\n> ### deep\n');
  expect(followed.outline).toMatchObject([
    { text: 'in', line: 5 },
    { text: 'deep', line: 11 },
  ]);
  const from = followed.text.indexOf('text');
  followed.edit({ from, to: from, insert: '\n\n' });
  expect(followed.done().outline).toMatchObject([{ line: 7 }, { line: 13 }]);
});
