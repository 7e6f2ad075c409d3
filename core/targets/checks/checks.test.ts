import { describe, expect, test } from 'vitest';
import { readBlog } from '../../post/blog.ts';
import { parseDate } from '../../post/dates.ts';
import { withEdits } from '../../post/text-edits.ts';
import type { PostToExport } from '../target.ts';
import { readyPost } from '../testing/export-of.ts';
import { checkText } from './check-text.ts';
import { futureDate } from './future.ts';
import { anchorsIn, hasAnchor, localLinks } from './links.ts';
import { tokensOf } from './text-runs.ts';

const checked = (post: PostToExport) => checkText(post, tokensOf(post));

/** `LINE KIND SUBJECT` of everything that is wrong with a text. */
const found = (text: string, id?: string): readonly string[] =>
  checked(readyPost(text, id)).map(({ line, kind, subject }) => `${String(line)} ${kind} ${subject}`);

describe('weekdays', () => {
  test.each([
    ['2018年07月18日(木)', '2018年07月18日(木) → 水'],
    ['2018年7月18日（木曜日）です', '2018年7月18日（木曜日） → 水'],
    ['2018年7月18日 木曜日', '2018年7月18日 木曜 → 水'],
    ['2018/7/18(木)', '2018/7/18(木) → 水'],
    ['2018-07-18 (Thu)', '2018-07-18 (Thu) → Wed'],
    ['Thursday, July 18, 2018', 'Thursday, July 18, 2018 → Wed'],
    ['Thu, 18 Jul 2018', 'Thu, 18 Jul 2018 → Wed'],
    ['on July 18, 2018 (Thursday)', 'July 18, 2018 (Thursday) → Wed'],
    // Without a year it is the one nearest to the post's, 2018.
    ['7月18日(木)', '7月18日(木) → 水'],
  ])('%s', (text, subject) => {
    expect(found(text)).toEqual([`1 weekday-wrong ${subject}`]);
  });

  test.each([
    '2018年07月18日(水)',
    '2018/7/18(水)',
    'Wednesday, July 18, 2018',
    '2018年02月30日(木)',
    '7月18日(水)',
    '2018年07月18日(祝)',
    '`2018年07月18日(木)`',
    '18日(木)',
  ])('%s is nothing to tell', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('in the title, on its line', () => {
    expect(found('---\ndate: 2018-07-18\ntitle: 2018年07月18日(木)の勉強会\n---\n')).toEqual([
      '3 weekday-wrong 2018年07月18日(木) → 水',
    ]);
  });

  test('of the turn of the year', () => {
    expect(found('1月1日(水)', '2018-12-30-x.md')).toEqual(['1 weekday-wrong 1月1日(水) → 火']);
    expect(found('12月31日(日)', '2018-01-02-x.md')).toEqual([]);
  });
});

describe('a header without its end', () => {
  test.each([
    ['---\ntitle: A\ntags:\n  - a\n- b\n# why\n\nText\n', undefined],
    ['---\ntitle: A\ntags:\n  - a\n\nText\n', '---\ntitle: A\ntags:\n  - a\n---\n\nText\n'],
    ['+++\ntitle = "A"', '+++\ntitle = "A"\n+++'],
    ['---\ntitle: A\nText, or a key without its colon\n', undefined],
  ])('%j is closed where a blank line tells its end', (text, closed) => {
    const post = readyPost(text);
    const [finding] = checkText(post, tokensOf(post));
    expect(finding?.kind).toBe('front-matter-open');
    expect(finding?.fix.length === 0 ? undefined : withEdits(post.source, finding?.fix ?? [])).toBe(closed);
  });

  test.each([
    ['---\ntitle: A\n\nText\n', '---'],
    ['---\ntags:\n  - a\n', '---'],
    ['+++\ntitle = "A"\n\nText\n', '+++'],
  ])('%j', (text, fence) => {
    expect(found(text)).toEqual([`1 front-matter-open ${fence}`]);
  });

  test.each([
    '---\ntitle: A\n---\nText\n',
    '---\n',
    '---',
    '---\n\ntitle: A\n',
    '---\nText: below a rule\n---\n',
    'title: A\n',
  ])('%j is nothing to tell', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a date that is none', () => {
  test.each([
    ['---\ntitle: A\ndate: 2026-13-45\n---\n', '3 date-bad 2026-13-45'],
    ['---\ndate: "{{ now }}"\n---\n', '2 date-bad {{ now }}'],
    ['+++\ndate = 2026-02-30\n+++\n', '2 date-bad 2026-02-30'],
  ])('%j', (text, told) => {
    expect(found(text)).toEqual([told]);
  });

  test.each(['2026-11-22', '2026-11-22T09:30:00+09:00', '2026-11-22 09:30', '""', ''])(
    '%s is nothing to tell',
    (date) => {
      expect(found(`---\ndate: ${date}\n---\n`)).toEqual([]);
    },
  );
});

describe('notes', () => {
  test.each([
    'TODO: 写真',
    'TODO 写真を足す',
    'ここは（TODO）',
    '価格 TBD',
    'ここはあとで書く',
    'a FIXME: b',
  ])('%s', (text) => {
    expect(found(text)).toEqual([expect.stringMatching(/^1 todo-left/)]);
  });

  test.each(['TODOアプリを作った', 'My TODO list app', '`TODO: x`', 'todo'])(
    '%s is a text like any other',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

test('images want words; an empty alt in HTML is meant', () => {
  expect(
    found('![](a.png)\n\n![a](b.png)\n\n<img src="c.png">\n\n<img src="d.png" alt="">\n\n![](e%20f.png)'),
  ).toEqual(['1 alt-empty a.png', '5 alt-empty c.png', '9 alt-empty e f.png']);
});

test('a description that was begun', () => {
  expect(found('---\ntitle: x\ndescription:\n---\n')).toEqual([
    expect.stringMatching(/^3 description-empty/),
  ]);
  expect(found('---\ntitle: x\ndescription: y\n---\n')).toEqual([]);
  expect(found('---\ntitle: x\n---\n')).toEqual([]);
});

describe('a day or an hour to come', () => {
  const warnings = (date: string, now: string, zone = 'Asia/Tokyo'): readonly string[] => {
    const { blog } = readBlog(`timeZone: ${zone}`, 'en');
    const clock = parseDate(now);
    if (clock === undefined) throw new Error(`no date: ${now}`);
    const post = readyPost(`---\ntitle: x\ndate: ${date}\n---\n`, undefined, blog);
    return futureDate(post, clock).map(({ kind, line, subject }) => `${String(line)} ${kind} ${subject}`);
  };

  test.each([
    ['2026-11-23', '2026-11-22T23:59:59+09:00', '2026-11-23'],
    ['2026-11-22 18:30', '2026-11-22T18:29:59+09:00', '2026-11-22 18:30'],
    // The same day in Tokyo, where the offset says another one.
    ['2026-11-22T10:00:00Z', '2026-11-22T18:30:00+09:00', '2026-11-22 10:00:00Z'],
    ['2026-11-21T23:30-05:00', '2026-11-22T13:00:00+09:00', '2026-11-21 23:30-05:00'],
  ])('%s at %s', (date, now, subject) => {
    expect(warnings(date, now)).toEqual([`3 date-future ${subject}`]);
  });

  test.each([
    ['2026-11-23', '2026-11-23T00:00:00+09:00'],
    ['2026-11-22 18:30', '2026-11-22T18:30:00+09:00'],
    ['2026-11-23T02:00:00+14:00', '2026-11-22T21:00:00+09:00'],
    ['2026-11-22T00:30:00+09:00', '2026-11-22T00:30:00+09:00'],
  ])('%s at %s is there already', (date, now) => {
    expect(warnings(date, now)).toEqual([]);
  });

  test('an hour without an offset is one of the blog, not of the machine', () => {
    expect(warnings('2026-11-22 12:00', '2026-11-22T12:30:00+09:00', 'Europe/Berlin')).toHaveLength(1);
    expect(warnings('2026-11-22 12:00', '2026-11-22T12:30:00+09:00', 'Mars/Olympus')).toEqual([]);
  });
});

test('links, those of HTML and of definitions too', () => {
  const text =
    '[a](x.md?q#%E7%A9%BA) <https://e.com> [b][d] [c](mailto:a@b.c)\n\n<a href="y.md">y</a> [e](#f)\n\n[d]: z/w.md\n';
  expect(localLinks(tokensOf(readyPost(text))).map(({ path, anchor, line }) => [path, anchor, line])).toEqual(
    [
      ['x.md', '空', 1],
      ['z/w.md', undefined, 1],
      ['y.md', undefined, 3],
      ['', 'f', 3],
    ],
  );
});

test('anchors are found however they are written', () => {
  const anchors = anchorsIn('<h2 id="a-&amp;-b">x</h2><p id="user-content-own">y</p>');
  expect(['a-&-b', 'own', '', 'top', undefined].map((anchor) => hasAnchor(anchors, anchor))).toEqual(
    Array(5).fill(true),
  );
  expect(hasAnchor(anchors, 'gone')).toBe(false);
  expect(anchorsIn('<p title=" id=" class="x">a id="no"&gt;</p><br id="yes">')).toEqual(new Set(['yes']));
});
