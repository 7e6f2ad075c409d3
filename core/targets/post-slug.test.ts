import { describe, expect, test } from 'vitest';
import type { PostId } from '../contract/post.ts';
import { checkFileName } from '../post/file-name.ts';
import { fieldsOf, readFrontMatter } from '../post/front-matter.ts';
import { textSource } from '../post/text-source.ts';
import { slugOfPost } from './post-slug.ts';

const slug = (id: string, header = '') =>
  slugOfPost(id as PostId, fieldsOf(readFrontMatter(textSource(`---\n${header}\n---\n`))));

test.each([
  ['2018-07-18-meetup/index.md', '', 'meetup'],
  ['2018-07-18-meetup/index.md', 'slug: other', 'other'],
  ['2018-07-18/index.md', '', '2018-07-18'],
  ['notes/クバネテス.md', '', 'クバネテス'],
  ['か\u3099.md', '', 'が'],
  ['x.md', 'slug: 京都', '京都'],
  ['what?.md', '', 'what-'],
  ['nul.md', '', '_nul'],
])('%s (%s) is %s', (id, header, expected) => {
  expect(slug(id, header)).toEqual({ kind: 'ok', slug: expected });
});

describe('a slug that no file should bear is refused', () => {
  test.each([
    ['../x', 'outside'],
    ['a/b', 'separator'],
    ['C:\\x', 'separator'],
    ['"a\\0b"', 'control'],
    ['.git', 'leading-dot'],
    ['con', 'reserved'],
    ['x'.repeat(300), 'too-long'],
    ['x'.repeat(250), 'too-long'],
  ])('%s is %s', (written, reason) => {
    expect(slug('x.md', `slug: ${written}`)).toMatchObject({ kind: 'bad', reason });
  });
});

test('a long name on the disk leaves room for every ending', () => {
  const result = slug(`${'あ'.repeat(84)}.md`);
  expect(checkFileName(`${result.slug}.html`)).toBeUndefined();
  expect(result.slug.length).toBeGreaterThan(70);
});
