import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { parseDate } from '../../post/dates.ts';
import { feedTime } from './feed-time.ts';
import { blogOf, smallLibrary } from './testing/small-library.ts';

const time = (written: string, zone?: string): string => {
  const date = parseDate(written);
  if (date === undefined) throw new Error(`no date: ${written}`);
  return feedTime(date, zone);
};

test('a date becomes a moment of its own day', () => {
  expect(time('2018-07-18', 'Asia/Tokyo')).toBe('2018-07-18T00:00:00+09:00');
  expect(time('2018-07-18 00:30', 'Asia/Tokyo')).toBe('2018-07-18T00:30:00+09:00');
  expect(time('2018-07-18T00:30:15-05:00', 'Asia/Tokyo')).toBe('2018-07-18T00:30:15-05:00');
  expect(time('2018-07-18')).toBe('2018-07-18T00:00:00Z');
  expect(time('2018-01-18', 'America/New_York')).toBe('2018-01-18T00:00:00-05:00');
  expect(time('2018-07-18', 'America/New_York')).toBe('2018-07-18T00:00:00-04:00');
  expect(time('2018-03-11 03:30', 'America/New_York')).toBe('2018-03-11T03:30:00-04:00');
  expect(time('2018-07-18', 'UTC')).toBe('2018-07-18T00:00:00+00:00');
});

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;

test('the Atom feed has what RFC 4287 asks for', async () => {
  const feed = (await blogOf(smallLibrary))['feed.xml'] ?? '';
  const [head = '', ...entries] = feed.split('<entry>');
  for (const name of ['title', 'id', 'updated', 'author'])
    expect([...head.matchAll(new RegExp(`<${name}>`, 'g'))]).toHaveLength(1);
  expect(head).toContain(
    '<link rel="self" type="application/atom+xml" href="https://example.com/blog/feed.xml"/>',
  );
  // The latest change, from the posts: the meetup was updated on this day.
  expect(head).toContain('<updated>2018-08-01T00:00:00+09:00</updated>');
  // The page without a date and the one about the blog are no news.
  expect(entries).toHaveLength(3);
  const ids = entries.map((entry) => /<id>([^<]*)<\/id>/.exec(entry)?.[1] ?? '');
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^https:\/\/example\.com\/blog\/posts\/[^/]+\.html$/);
  for (const entry of entries) {
    for (const name of ['title', 'id', 'updated', 'published'])
      expect([...entry.matchAll(new RegExp(`<${name}>`, 'g'))]).toHaveLength(1);
    expect(/<updated>([^<]*)</.exec(entry)?.[1]).toMatch(rfc3339);
    expect(/<published>([^<]*)</.exec(entry)?.[1]).toMatch(rfc3339);
    expect([...entry.matchAll(/<content type="html">/g)]).toHaveLength(1);
  }
});

test('feeds carry whole posts, their addresses absolute', async () => {
  const feed: unknown = JSON.parse((await blogOf(smallLibrary))['feed.json'] ?? '');
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'https://example.com/blog/feed.json',
    language: 'ja',
    items: [
      { url: 'https://example.com/blog/posts/meetup.html', date_published: '2018-07-18T00:30:00+09:00' },
      { url: 'https://example.com/blog/posts/rain.html' },
      { url: 'https://example.com/blog/posts/last.html' },
    ],
  });
  const html =
    (feed as { readonly items: readonly { readonly content_html: string }[] }).items[0]?.content_html ?? '';
  expect(parseFragment(html).childNodes.length).toBeGreaterThan(3);
  expect(html).toContain('href="https://example.com/blog/posts/rain.html#%E7%A9%BA"');
  expect(html).toContain('src="https://example.com/blog/posts/meetup/p.png"');
  expect(html).toContain('href="https://example.com/blog/posts/meetup.html#');
});
