import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Read } from './entry.ts';
import { WxrReader } from './wxr.ts';

const fixture = readFileSync(join(import.meta.dirname, 'fixtures/wordpress.xml'), 'utf8');

function read(text: string, size = text.length): { readonly all: readonly Read[]; readonly cut: boolean } {
  const uploads = new Map<string, string>();
  let reader = new WxrReader(uploads);
  let all: Read[] = [];
  // The first reading is for the uploads.
  for (let time = 0; time < 2; time += 1) {
    reader = new WxrReader(uploads);
    all = [];
    for (let at = 0; at < text.length; at += size) all.push(...reader.write(text.slice(at, at + size)));
    all.push(...reader.end());
  }
  return { all, cut: reader.cut };
}

const item = (inner: string): string =>
  `<rss xmlns:wp="w" xmlns:content="c"><channel><item><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${inner}</item></channel></rss>`;

test('a WordPress export gives its posts with all they have, in any pieces', async () => {
  const { all, cut } = read(fixture);
  expect(cut).toBe(false);
  await expect(JSON.stringify(all, undefined, 2)).toMatchFileSnapshot('fixtures/wordpress.json');
  expect(read(fixture, 7)).toEqual({ all, cut });
});

describe('hostile XML', () => {
  test('entities of a document type are not expanded', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const { all } = read(`${bomb}${item('<title>&b;&f;x</title>')}`);
    expect(all).toMatchObject([{ kind: 'entry', entry: { title: '&b;&f;x' } }]);
  });

  test('a file that ends in the middle gives its whole posts and names the other one', () => {
    const at = fixture.indexOf('非公開');
    const { all, cut } = read(fixture.slice(0, at + 40));
    expect(cut).toBe(true);
    expect(all.at(-1)).toMatchObject({ kind: 'left-out', reason: 'cut' });
    expect(all.length).toBeGreaterThan(1);
  });

  test('broken marks and controls do not end the reading', () => {
    const { all } = read(
      item('<title>a\u000B<br>b</title><content:encoded><![CDATA[<p>x</p>]]></content:encoded>'),
    );
    expect(all).toMatchObject([{ kind: 'entry', entry: { title: 'ab', body: '<p>x</p>' } }]);
  });

  test('a post too large for Fude is named', () => {
    const { all } = read(
      item(`<title>big</title><content:encoded>${'x'.repeat(33 * 1024 * 1024)}</content:encoded>`),
      1 << 20,
    );
    expect(all).toEqual([{ kind: 'left-out', title: 'big', reason: 'too-large' }]);
  });
});

describe('dates', () => {
  const dateOf = (local: string, utc: string): unknown => {
    const [found] = read(
      item(
        `<title>x</title><wp:post_date>${local}</wp:post_date><wp:post_date_gmt>${utc}</wp:post_date_gmt>`,
      ),
    ).all;
    return found?.kind === 'entry' ? found.entry.date : undefined;
  };
  test.each([
    ['2018-07-18 00:30:00', '2018-07-17 15:30:00', '2018-07-18T00:30:00+09:00'],
    ['2018-07-18 00:30:00', '2018-07-18 04:30:00', '2018-07-18T00:30:00-04:00'],
    ['2018-07-18 00:30:00', '0000-00-00 00:00:00', '2018-07-18 00:30:00'],
    ['0000-00-00 00:00:00', '0000-00-00 00:00:00', undefined],
  ])('%s, in UTC %s', (local, utc, expected) => {
    expect(dateOf(local, utc)).toBe(expected);
  });
});
