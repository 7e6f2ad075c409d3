import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedRun } from './text-run.ts';

test('a letter more in a text', () => {
  expect(changedRun('<p>雨の港</p>\n', '<p>雨の港町</p>\n')).toEqual({ before: '雨の港', after: '雨の港町' });
  expect(changedRun('<p>a <em>b</em> c</p>', '<p>a <em>bb</em> c</p>')).toEqual({ before: 'b', after: 'bb' });
  expect(changedRun('<p>a <em>b</em> c</p>', '<p>a <em>b</em> c d</p>')).toEqual({
    before: ' c',
    after: ' c d',
  });
});

test.each([
  ['another tag', '<p>a</p>', '<h1>a</h1>'],
  ['a tag more', '<p>ab</p>', '<p>a<em>b</em></p>'],
  ['two texts', '<p>a<br>b</p>', '<p>x<br>y</p>'],
  ['an attribute', '<p><a href="x">a</a></p>', '<p><a href="xy">a</a></p>'],
  ['an attribute with a bracket', '<p><a title="x>y">a</a></p>', '<p><a title="x>yz">a</a></p>'],
  ['a reference', '<p>a &amp; b</p>', '<p>a &amp; bc</p>'],
  ['a text that comes', '<p></p>', '<p>a</p>'],
  ['a text that goes', '<p>a</p>', '<p></p>'],
  ['nothing', '<p>a</p>', ''],
  ['no tags', 'a', 'b'],
])('%s is no such run', (_what, before, after) => {
  expect(changedRun(before, after)).toBeUndefined();
});

test('to put the run in the place of the other makes one HTML of the other', () => {
  const html = fc
    .array(fc.constantFrom('<p>', '</p>', '<em>', '</em>', '<br>', 'a', 'ab', 'b a', ' ', '雨', '&lt;'), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(html, html, (before, after) => {
      const run = changedRun(before, after);
      if (run === undefined) return;
      const rests = (whole: string, part: string): string[] =>
        [...whole.matchAll(/(?<=>)[^<>]+(?=<|$)/gu)]
          .filter(([text]) => text === part)
          .map(({ index }) => `${whole.slice(0, index)}\0${whole.slice(index + part.length)}`);
      const others = rests(after, run.after);
      expect(rests(before, run.before).some((rest) => others.includes(rest))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
