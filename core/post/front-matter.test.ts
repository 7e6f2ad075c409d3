import { describe, expect, test } from 'vitest';
import { fieldsOf, readFrontMatter } from './front-matter.ts';
import { textSource } from './text-source.ts';

const read = (text: string) => readFrontMatter(textSource(text));
const fields = (header: string) => fieldsOf(read(`---\n${header}\n---\nbody\n`));

describe('reading', () => {
  test('the known fields, whatever their style', () => {
    const header = [
      'title: "A: title" # shown',
      'date: 2026-11-04T00:30:00+09:00',
      'updated: 2026-11-05',
      'tags:',
      '  - C++',
      '  - 2026 # the year',
      "  - 'no'",
      'slug: a-title',
      'draft: true',
      'description: |',
      '  One line.',
      '',
      '  Another.',
      'image: 画像.png',
      'unknown: { deep: [1, 2] }',
    ];
    const text = `---\n${header.join('\n')}\n---\n`;
    expect(read(text)).toEqual({
      kind: 'yaml',
      range: { from: 0, to: text.length },
      fields: {
        title: 'A: title',
        date: '2026-11-04T00:30:00+09:00',
        updated: '2026-11-05',
        tags: ['C++', '2026', 'no'],
        slug: 'a-title',
        draft: true,
        description: 'One line.\n\nAnother.',
        image: '画像.png',
      },
    });
  });

  test.each([
    ['title: 1.10', '1.10'],
    ['title: 0x1F', '0x1F'],
    ['title: 2026-11-04', '2026-11-04'],
    ['title: true', 'true'],
    ['title: null', undefined],
    ['title:', undefined],
    ['title: ""', undefined],
    ['title: [a]', undefined],
    ['x: &a secret\ntitle: *a', undefined],
    ['title: <script>&amp;', '<script>&amp;'],
  ])('%s', (header, title) => {
    expect(fields(header).title).toBe(title);
  });

  test.each([
    ['tags: a, b', ['a', 'b']],
    ['tags: 日記、開発', ['日記', '開発']],
    ['tags: [a, "b, c"]', ['a', 'b, c']],
    ['tags: []', []],
    ['tags: [a, [b], {c: d}, null]', ['a']],
    ['tags: 2026', ['2026']],
  ])('%s', (header, tags) => {
    expect(fields(header).tags).toEqual(tags);
  });

  test.each([
    ['draft: true', true],
    ['draft: yes', true],
    ['draft: "true"', true],
    ['draft: false', false],
    ['draft:', false],
    ['x: 1', false],
  ])('%s', (header, draft) => {
    expect(fields(header).draft).toBe(draft);
  });

  test('a text without a header, or with an open one, has none', () => {
    expect(read('')).toEqual({ kind: 'none' });
    expect(read('Hello')).toEqual({ kind: 'none' });
    expect(read('---\ntitle: open')).toEqual({ kind: 'none' });
  });

  test('a header of comments or of nothing is an empty one', () => {
    expect(read('---\n---\n')).toMatchObject({ kind: 'yaml', fields: { title: undefined } });
    expect(read('---\n# nothing yet\n---')).toMatchObject({ kind: 'yaml', fields: { tags: [] } });
  });
});

describe('a header that cannot be read', () => {
  test.each([
    ['title: a: b', 2],
    ['x: 1\ntitle: "open', 4],
    ['title: a\ntitle: b', 3],
    ['just words', 2],
    ['- a\n- b', 2],
    ['x: 1\n\ty: 2', 3],
  ])('%j is broken, with its line', (header, line) => {
    expect(read(`---\n${header}\n---\n`)).toMatchObject({
      kind: 'broken',
      line,
      reason: expect.stringMatching(/\w/),
    });
  });

  test.each([
    ['brackets', `a: ${'['.repeat(30_000)}`],
    ['dashes', `a: ${'- '.repeat(30_000)}`],
    [
      'aliases',
      `a: &a [x, x]\n${Array.from({ length: 2000 }, (_, i) => `b${String(i)}: &b${String(i)} [*a, *a]`).join('\n')}`,
    ],
    ['keys', Array.from({ length: 7000 }, (_, i) => `k${String(i)}: 1`).join('\n')],
  ])('thousands of %s do no harm', (_, header) => {
    expect(['yaml', 'broken']).toContain(read(`---\n${header}\n---\n`).kind);
  });
});

test('TOML is read for display', () => {
  const header = [
    'title = "Say \\"hi\\" \\u3042" # shown',
    'date = 2026-11-04T00:30:00+09:00',
    'tags = [\'a\', "b]", # one',
    "  'c']",
    'draft = true',
    '[extra]',
    'description = "not this"',
  ];
  expect(read(`+++\n${header.join('\n')}\n+++\nbody`)).toMatchObject({
    kind: 'toml',
    fields: {
      title: 'Say "hi" あ',
      date: '2026-11-04T00:30:00+09:00',
      updated: undefined,
      tags: ['a', 'b]', 'c'],
      slug: undefined,
      draft: true,
      description: undefined,
      image: undefined,
    },
  });
});
