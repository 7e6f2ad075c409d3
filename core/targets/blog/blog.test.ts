import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { blogOf, blogYaml, smallLibrary } from './testing/small-library.ts';
import { resolvePath } from './paths.ts';

function elements(html: string): readonly Tree.Element[] {
  const found: Tree.Element[] = [];
  const walk = (node: Tree.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(html));
  return found;
}

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** `FILE → ADDRESS` for every local address in a page that leads to nothing, its anchor included. */
function deadAddresses(files: Readonly<Record<string, string>>): readonly string[] {
  const ids = (path: string): readonly string[] =>
    elements(files[path] ?? '').flatMap((element) => attribute(element, 'id') ?? []);
  return Object.entries(files).flatMap(([path, html]) => {
    if (!path.endsWith('.html')) return [];
    return elements(html).flatMap((element) =>
      ['href', 'src'].flatMap((name) => {
        const written = attribute(element, name);
        if (written === undefined || /^(?:https?|mailto|data):/.test(written)) return [];
        const address = path === '404.html' ? written.replace(/^\/blog\//, '/') : written;
        const [place = '', anchor] = address.split('#');
        const target = place === '' ? path : resolvePath(path, decodeURIComponent(place)) || 'index.html';
        const anchored = anchor === undefined || ids(target).includes(decodeURIComponent(anchor));
        return files[target] !== undefined && anchored ? [] : [`${path} → ${written}`];
      }),
    );
  });
}

const many = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `2020-01-${String((index % 28) + 1).padStart(2, '0')}-p${String(index)}.md`,
      `---\ntitle: P${String(index)}\ntags: [t${String(index % 3)}]\n---\n\ntext\n`,
    ]),
  );

describe('a small library', () => {
  test('becomes these files', async () => {
    const files = await blogOf(smallLibrary);
    expect(Object.keys(files).toSorted()).toEqual([
      '404.html',
      'about.html',
      'archive.html',
      'archive/2017.html',
      'archive/2018.html',
      'archive/undated.html',
      'feed.json',
      'feed.xml',
      'index.html',
      'posts/last.html',
      'posts/meetup.html',
      'posts/meetup/p.png',
      'posts/rain.html',
      'posts/undated.html',
      'sitemap.xml',
      'style.css',
      'tags.html',
      'tags/-b-.html',
      'tags/c++.html',
      'tags/勉強会.html',
      'tags/天気.html',
    ]);
    for (const path of [
      'index.html',
      'posts/meetup.html',
      'archive.html',
      'archive/2018.html',
      'tags.html',
      'feed.xml',
      'feed.json',
      'sitemap.xml',
      '404.html',
    ]) {
      await expect(files[path]).toMatchFileSnapshot(`fixtures/${path.replaceAll('/', '-')}`);
    }
  });

  test('makes the same bytes in any order of its posts', async () => {
    const turned = Object.fromEntries(Object.entries(smallLibrary).toReversed());
    expect(await blogOf(turned)).toEqual(await blogOf(smallLibrary));
  });

  test('has no address that leads to nothing', async () => {
    expect(deadAddresses(await blogOf(smallLibrary))).toEqual([]);
    expect(deadAddresses(await blogOf(smallLibrary, 'title: 筆'))).toEqual([]);
    expect(deadAddresses(await blogOf(many(45)))).toEqual([]);
  });

  test('runs no script and no markup of its fields', async () => {
    const files = await blogOf(smallLibrary);
    for (const [path, html] of Object.entries(files)) {
      if (!path.endsWith('.html')) continue;
      const found = elements(html);
      const scripts = found.filter(({ tagName }) => tagName === 'script');
      for (const script of scripts) expect(attribute(script, 'type')).toBe('application/ld+json');
      expect(found.filter(({ tagName }) => tagName === 'i' || tagName === 'b')).toEqual([]);
      expect(found.filter((element) => attribute(element, 'charset') === 'utf-8')).toHaveLength(1);
      expect(found.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
    }
  });
});

test('without an address of the blog nothing is absolute: no feeds, no sitemap, no canonical', async () => {
  const files = await blogOf(smallLibrary, 'title: 筆\nlanguage: ja');
  for (const path of ['feed.xml', 'feed.json', 'sitemap.xml']) expect(files[path]).toBeUndefined();
  const page = files['posts/meetup.html'] ?? '';
  expect(page).not.toMatch(/canonical|og:url|og:image|feed\.xml/);
});

test('the data of a post can be read, whatever is in it', async () => {
  const page = (await blogOf(smallLibrary))['posts/meetup.html'] ?? '';
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'BlogPosting',
    headline: '勉強会 <script>alert(1)</script> & "引用"',
    description: '説明 </script> & <i>',
    datePublished: '2018-07-18T00:30:00',
    image: 'https://example.com/blog/posts/meetup/p.png',
  });
});

test('the index goes on from page to page, and posts to their neighbours', async () => {
  const files = await blogOf(many(25));
  expect(Object.keys(files).filter((path) => path.startsWith('page/'))).toEqual([
    'page/2.html',
    'page/3.html',
  ]);
  expect(files['page/2.html']).toContain('<a href="../index.html" rel="prev">');
  expect(files['page/2.html']).toContain('<a href="3.html" rel="next">');
  const listed = ['index.html', 'page/2.html', 'page/3.html'].flatMap((path) =>
    [...(files[path] ?? '').matchAll(/<h2><a href="[^"]*posts\/([^"]+)\.html">/g)].map((match) => match[1]),
  );
  expect(new Set(listed).size).toBe(25);
  const first = listed[0] ?? '';
  expect(files[`posts/${first}.html`]).toContain(`<a href="${listed[1] ?? ''}.html" rel="prev">`);
  expect(files[`posts/${first}.html`]).not.toContain('rel="next"');
});

test('tags of one spelling but for case share a page', async () => {
  const files = await blogOf(smallLibrary);
  expect(files['tags/c++.html']).toContain('<h1>「C++」の記事</h1>');
  expect(files['tags/c++.html']).toContain('posts/rain.html');
});

test('an empty library is a blog too', async () => {
  const files = await blogOf({}, blogYaml);
  expect(Object.keys(files).toSorted()).toEqual([
    '404.html',
    'archive.html',
    'index.html',
    'sitemap.xml',
    'style.css',
  ]);
  expect(deadAddresses(files)).toEqual([]);
});
