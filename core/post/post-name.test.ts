import { expect, test } from 'vitest';
import type { PostId } from '../contract/post.ts';
import { dateInName, dateOfPost, postName, slugInName } from './post-name.ts';

const id = (path: string): PostId => path as PostId;

test.each([
  ['2026-11-22-hello/index.md', '2026-11-22-hello', '2026-11-22', 'hello'],
  ['2026-11-22/index.md', '2026-11-22', '2026-11-22', '2026-11-22'],
  ['2026-11-22-2/index.md', '2026-11-22-2', '2026-11-22', '2026-11-22-2'],
  ['_posts/2018-07-18-meetup.markdown', '2018-07-18-meetup', '2018-07-18', 'meetup'],
  ['notes/クバネテス.md', 'クバネテス', undefined, 'クバネテス'],
  ['2026-02-31-x.md', '2026-02-31-x', undefined, '2026-02-31-x'],
  ['index.md', 'index', undefined, 'index'],
])('%s', (path, name, date, slug) => {
  expect(postName(id(path))).toBe(name);
  expect(dateInName(name)).toBe(date);
  expect(slugInName(name)).toBe(slug);
});

test('the front matter goes before the name, unless it holds no date', () => {
  expect(dateOfPost('2026-11-04T00:30:00+09:00', id('2020-01-01-x.md'))).toBe('2026-11-04T00:30:00+09:00');
  expect(dateOfPost('soon', id('2020-01-01-x.md'))).toBe('2020-01-01');
  expect(dateOfPost(undefined, id('x.md'))).toBeUndefined();
});
