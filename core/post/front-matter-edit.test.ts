import { describe, expect, test } from 'vitest';
import { setField } from './front-matter-edit.ts';
import type { FieldName, PostFields } from './post-fields.ts';
import { textSource } from './text-source.ts';

function set<Name extends FieldName>(text: string, name: Name, value: PostFields[Name]): string {
  return setField(textSource(text), name, value).reduceRight(
    (result, edit) => result.slice(0, edit.from) + edit.insert + result.slice(edit.to),
    text,
  );
}

/** Sets a field in a header of these lines and gives the lines afterwards. */
function inHeader<Name extends FieldName>(header: string, name: Name, value: PostFields[Name]): string {
  const text = set(`---\n${header}\n---\n\nBody: ---\n`, name, value);
  expect(text).toMatch(/^---\n[^]*\n---\n\nBody: ---\n$/);
  return text.slice(4, -'\n---\n\nBody: ---\n'.length);
}

describe('a string keeps its style', () => {
  test.each([
    ['title: Old # note', 'New', 'title: New # note'],
    ['title: "Old"   # note', 'New "one"', 'title: "New \\"one\\""   # note'],
    ["title: 'Old'", "It's", "title: 'It''s'"],
    ['title: Old', 'New: one', 'title: "New: one"'],
    ['title: Old', '2026', 'title: "2026"'],
    ['title: Old', 'no', 'title: "no"'],
    ['title: Old', '# hash', 'title: "# hash"'],
    ['title: Old', '2018年07月18日(水) LINE', 'title: 2018年07月18日(水) LINE'],
    ['title: Old', 'two\nlines', 'title: "two\\nlines"'],
    ['title: Old\n  folded', 'New', 'title: New'],
    ['title:', 'New', 'title: New'],
    ['title: ', 'New', 'title: New'],
    ['title:  # note', 'New', 'title: New # note'],
    ['title: # note', 'New', 'title: New # note'],
    ['title: ~', 'New', 'title: New'],
    ['"title" : Old', 'New', '"title" : New'],
    ['title: &t Old\nx: *t', 'New', 'title: &t New\nx: *t'],
    ['x: &t Old\ntitle: *t', 'New', 'x: &t Old\ntitle: New'],
    ['{title: Old, x: 1}', 'a, b', '{title: "a, b", x: 1}'],
    ['title: Old', '  New  ', 'title: New'],
  ])('%j, %j', (header, value, expected) => {
    expect(inHeader(header, 'title', value)).toBe(expected);
  });

  test.each([
    [
      'description: | # note\n  One.\n  Two.\n\nslug: x',
      'Uno.\n\nDue.',
      'description: | # note\n  Uno.\n\n  Due.\n\nslug: x',
    ],
    [
      'description: >-\n    One\n    line.\nslug: x',
      'Uno\nDue',
      'description: >-\n    Uno\n\n    Due\nslug: x',
    ],
    ['description: | # note\n  One.\nslug: x', '', 'description: "" # note\nslug: x'],
    ['description: >\n  One.', ' a\n  b', 'description: "a\\n  b"'],
  ])('%j, %j', (header, value, expected) => {
    expect(inHeader(header, 'description', value)).toBe(expected);
  });
});

describe('dates stay as they are written', () => {
  test.each([
    ['date: 2018-07-18', '2026-11-04T00:30:00+09:00', 'date: 2026-11-04T00:30:00+09:00'],
    ['date: "2018-07-18"', '2026-11-04', 'date: "2026-11-04"'],
    ['date: 2018-07-18', '2026-11-04 00:30:00 +0900', 'date: 2026-11-04 00:30:00 +0900'],
  ])('%s', (header, value, expected) => {
    expect(inHeader(header, 'date', value)).toBe(expected);
  });
});

describe('lists keep their style and the items that stay', () => {
  test.each([
    ['tags: [ a, "b" ]', ['a', 'b', 'c'], 'tags: [ a, "b", c ]'],
    ['tags: [ a, "b" ]', ['b'], 'tags: [ "b" ]'],
    ['tags: [a, b, c]', ['a', 'c'], 'tags: [a, c]'],
    ['tags: [a, b, c]', ['a'], 'tags: [a]'],
    ['tags: [a, "b", c]', ['a', 'x', 'c'], 'tags: [a, "x", c]'],
    ['tags: [a]', ['z', 'a'], 'tags: [z, a]'],
    ['tags: [a,\n  b, # two\n]', ['a', 'b', 'c'], 'tags: [a,\n  b, c, # two\n]'],
    ['tags: [a]', ['C++', '2026', 'no', 'a, b'], 'tags: [C++, "2026", "no", "a, b"]'],
    ['tags: [] # none', ['a'], 'tags: [a] # none'],
    ['tags: [a]', [], 'tags: []'],
    [
      'tags:\n  - a # one\n  - "b"\n# end\nslug: x',
      ['a', 'b', 'c'],
      'tags:\n  - a # one\n  - "b"\n  - c\n# end\nslug: x',
    ],
    ['tags:\n- a\n- b\nslug: x', ['b'], 'tags:\n- b\nslug: x'],
    ['tags:\n- a\n- b', ['a'], 'tags:\n- a'],
    ['tags:\n  -   a\n  # mid\n  -   b', ['a', 'x', 'b'], 'tags:\n  -   a\n  -   x\n  # mid\n  -   b'],
    ['tags:\n  - b', ['a', 'b'], 'tags:\n  - a\n  - b'],
    ["tags:\n  - 'a'\n  - b", ['x', 'z'], "tags:\n  - 'x'\n  - z"],
    ['tags:\n  - a\n  - b\nslug: x', [], 'tags: []\nslug: x'],
    ['tags: a, b', ['a', 'b', 'c'], 'tags: a, b, c'],
    ['tags: "a, b"', ['a'], 'tags: "a"'],
    ['tags: a', ['a', 'b'], 'tags: [a, b]'],
    ['tags:', ['a', 'b'], 'tags: [a, b]'],
    ['tags:\nslug: x', ['a'], 'tags: [a]\nslug: x'],
    ['tags: [a, null, b]', ['a', 'c'], 'tags: [a, c]'],
  ])('%j, %j', (header, value, expected) => {
    expect(inHeader(header, 'tags', value)).toBe(expected);
  });
});

describe('draft', () => {
  test.each([
    ['draft: true # yet', false, 'draft: false # yet'],
    ['draft: false', true, 'draft: true'],
    ['draft:', true, 'draft: true'],
    ['title: x', true, 'title: x\ndraft: true'],
    ['title: x', false, 'title: x'],
  ])('%s, %s', (header, value, expected) => {
    expect(inHeader(header, 'draft', value)).toBe(expected);
  });
});

describe('a missing key', () => {
  test.each([
    ['title: x # t\nlayout: post', 'date', '2026-11-04', 'title: x # t\ndate: 2026-11-04\nlayout: post'],
    ['# head\nlayout: post', 'title', 'x', '# head\ntitle: x\nlayout: post'],
    [
      'tags:\n  - a\n  - b # two\nlayout: post',
      'slug',
      'x',
      'tags:\n  - a\n  - b # two\nslug: x\nlayout: post',
    ],
    [
      'description: |\n  a\n\n\nlayout: post',
      'image',
      'x.png',
      'description: |\n  a\nimage: x.png\n\n\nlayout: post',
    ],
    ['  title: x', 'slug', 'z', '  title: x\n  slug: z'],
    ['{title: x}', 'slug', 'z', '{title: x, slug: z}'],
    ['{}', 'slug', 'z', '{slug: z}'],
    ['# only', 'slug', 'z', '# only\nslug: z'],
    ['title:', 'slug', 'z', 'title:\nslug: z'],
  ] as const)('%j, %s', (header, name, value, expected) => {
    expect(inHeader(header, name, value)).toBe(expected);
  });

  test('clearing one that is not there changes nothing', () => {
    expect(inHeader('title: x', 'slug', undefined)).toBe('title: x');
    expect(inHeader('title: x', 'tags', [])).toBe('title: x');
  });
});

describe('clearing empties the value and leaves the key', () => {
  test.each([
    ['title: Old # note', 'title:  # note'],
    ['title: "Old"', 'title: ""'],
    ["title: 'Old'", "title: ''"],
  ])('%s', (header, expected) => {
    expect(inHeader(header, 'title', '')).toBe(expected);
    expect(inHeader(header, 'title', undefined)).toBe(expected);
    expect(inHeader(expected, 'title', 'Old')).toBe(header);
  });
});

describe('a post without a header', () => {
  test('gets one only when a field is filled', () => {
    expect(set('Hello\n', 'title', 'A title')).toBe('---\ntitle: A title\n---\n\nHello\n');
    expect(set('', 'tags', ['a', 'b'])).toBe('---\ntags: [a, b]\n---\n\n');
    expect(set('---\n\nafter a rule', 'draft', true)).toBe('---\ndraft: true\n---\n\n---\n\nafter a rule');
    expect(set('---\n12:30 a rule, then a time\n', 'title', 'A')).toBe(
      '---\ntitle: A\n---\n\n---\n12:30 a rule, then a time\n',
    );
    expect(set('Hello\n', 'title', ' ')).toBe('Hello\n');
    expect(set('Hello\n', 'tags', [])).toBe('Hello\n');
    expect(set('Hello\n', 'draft', false)).toBe('Hello\n');
  });
});

describe('what is never rewritten', () => {
  test.each([
    ['broken YAML', '---\ntitle: a: b\n---\n'],
    ['a key that stands twice', '---\nslug: a\nslug: b\n---\n'],
    ['TOML', '+++\ntitle = "x"\n+++\n'],
    ['a header still open', '---\nslug: x\n\nHello'],
    ['a map where a string was expected', '---\ntitle: {a: b}\n---\n'],
  ])('%s', (_, text) => {
    expect(set(text, 'title', 'New')).toBe(text);
  });

  test('the empty header is filled', () => {
    expect(set('---\n---\nHello', 'title', 'New')).toBe('---\ntitle: New\n---\nHello');
  });
});
