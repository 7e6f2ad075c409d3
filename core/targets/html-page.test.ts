import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { articleWords } from '../messages/article-words.ts';
import { articleHtml, renderBlocks } from '../markdown/render.ts';
import { readBlog } from '../post/blog.ts';
import { textSource } from '../post/text-source.ts';
import { outputOf, textOf } from './testing/export-of.ts';

const meetup =
  '---\ntitle: LINE MEETUP に行ってきた\ndate: 2018-07-18\ntags: [勉強会, k8s]\n---\n\n定員150名。\n\n## 1) Rancher\n\n- a\n  - b\n';

function elements(html: string): readonly Tree.Element[] {
  const found: Tree.Element[] = [];
  const walk = (node: Tree.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      found.push(child);
      walk(child);
    }
  };
  walk(parse(html));
  return found;
}

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((at) => at.name === name)?.value;

function metas(html: string): Readonly<Record<string, string>> {
  const pairs = elements(html)
    .filter(({ tagName }) => tagName === 'meta')
    .map((meta) => [
      attribute(meta, 'name') ?? attribute(meta, 'property') ?? 'charset',
      attribute(meta, 'content') ?? attribute(meta, 'charset'),
    ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

describe('the page', () => {
  test('is whole, with the header of the blog and the article as in the preview', async () => {
    const output = await outputOf('html', meetup, '2018-07-18-meetup/index.md', 'full');
    expect(output.problems).toEqual([]);
    expect(output.files.map(({ path }) => path)).toEqual(['meetup.html']);
    const article = articleHtml(
      renderBlocks(textSource(meetup), { imageAddress: undefined, words: articleWords.ja }),
    );
    expect(textOf(output)).toBe(`<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>LINE MEETUP に行ってきた | 筆のブログ</title>
<meta name="description" content="定員150名。">
<meta name="author" content="Fude">
<meta name="generator" content="Fude">
<link rel="canonical" href="https://example.com/blog/meetup.html">
<meta property="og:type" content="article">
<meta property="og:title" content="LINE MEETUP に行ってきた">
<meta property="og:description" content="定員150名。">
<meta property="og:site_name" content="筆のブログ">
<meta property="og:locale" content="ja_JP">
<meta property="og:url" content="https://example.com/blog/meetup.html">
<meta property="article:published_time" content="2018-07-18">
<meta property="article:tag" content="勉強会">
<meta property="article:tag" content="k8s">
<style>
p { color: black }
</style>
</head>
<body>
<header>
<p><a href="https://example.com/blog/">筆のブログ</a></p>
<p>書く</p>
</header>
<main>
<header>
<p><time datetime="2018-07-18">2018年07月18日(水)</time></p>
<h1>LINE MEETUP に行ってきた</h1>
</header>
<article>${article}</article>
</main>
</body>
</html>
`);
  });

  test('says nothing that it does not know', async () => {
    const html = textOf(await outputOf('html', '# Only a heading\n\n本文。\n', 'notes.md'));
    expect(html).toContain('<title>Only a heading</title>');
    expect(html).not.toMatch(/<header>|og:url|og:image|canonical|<time|author/);
  });

  test('takes its title from the file when nothing else has one, and says so', async () => {
    const output = await outputOf('html', 'text', '2018-07-18-some-day.md');
    expect(textOf(output)).toContain('<title>some-day</title>');
    expect(output.problems).toEqual([
      { severity: 'warning', kind: 'no-title', line: undefined, subject: '2018-07-18-some-day.md' },
    ]);
  });

  test('a title that stands in a header without its end is not said to be missing', async () => {
    const kinds = async (target: 'html' | 'hugo') =>
      (await outputOf(target, '+++\ntitle = "A"\n\nText.\n', '2026-11-20-a.md')).problems.map(
        ({ kind }) => kind,
      );
    expect(await kinds('html')).toEqual([]);
    expect(await kinds('hugo')).toEqual([]);
  });

  test('half past midnight in Tokyo keeps its day', async () => {
    const html = textOf(await outputOf('html', '---\ntitle: よる\ndate: 2026-11-04T00:30:00+09:00\n---\n'));
    expect(html).toContain('<time datetime="2026-11-04T00:30:00+09:00">2026年11月04日(水)</time>');
    expect(metas(html)['article:published_time']).toBe('2026-11-04T00:30:00+09:00');
  });

  test('shows the date as the blog wants it', async () => {
    const blog = readBlog('language: en\ndateFormat: "dddd, D MMMM YYYY"', 'ja').blog;
    const html = textOf(await outputOf('html', 'x', '2018-07-18-x.md', blog));
    expect(html).toContain('<time datetime="2018-07-18">Wednesday, 18 July 2018</time>');
    expect(html).toContain('<html lang="en">');
  });

  test('a cover is taken along where the blog has an address', async () => {
    const text = '---\ntitle: x\nimage: 表紙 1.png\n---\n';
    const output = await outputOf('html', text, '2018-07-18-x/index.md', 'full');
    expect(output.files[0]).toMatchObject({
      kind: 'image',
      path: 'x/表紙-1.png',
      from: expect.arrayContaining(['2018-07-18-x/表紙 1.png']),
      line: 3,
    });
    expect(metas(textOf(output))['og:image']).toBe(
      `https://example.com/blog/x/${encodeURIComponent('表紙-1.png')}`,
    );
    expect((await outputOf('html', text)).files).toHaveLength(1);
    const remote = await outputOf('html', '---\ntitle: x\nimage: https://cdn.example.com/a.png\n---\n');
    expect(metas(textOf(remote))['og:image']).toBe('https://cdn.example.com/a.png');
  });

  test('a broken header stops it, with its line', async () => {
    const { problems } = await outputOf('html', '---\ndate: 2018-07-18\ntitle: a: b\n---\n');
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'error', kind: 'front-matter-broken', line: 3 }),
    );
  });
});

describe('every field is text and nothing but text', () => {
  const hostile = [
    '</title><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    '--></style><script>alert(1)</script>',
    '\u202Etitle & <b>bold</b>\u0007',
  ];
  test.each(hostile)('%j', async (value) => {
    const quoted = JSON.stringify(value);
    const header = `---\ntitle: ${quoted}\ndate: 2018-07-18\ntags: [${quoted}]\ndescription: ${quoted}\nimage: ${quoted}\nupdated: ${quoted}\n---\n`;
    const blog = readBlog(
      `title: ${quoted}\ntagline: ${quoted}\nauthor: ${quoted}\nurl: https://example.com\ndateFormat: ${JSON.stringify(`[${value}]`)}`,
      'en',
    ).blog;
    const html = textOf(await outputOf('html', `${header}text\n`, '2018-07-18-x/index.md', blog));
    expect(
      elements(html)
        .map(({ tagName }) => tagName)
        .filter((name) => ['script', 'img', 'svg', 'b'].includes(name)),
    ).toEqual([]);
    expect(
      elements(html)
        .flatMap(({ attrs }) => attrs)
        .filter(({ name }) => name.startsWith('on')),
    ).toEqual([]);
    const shown = value.replaceAll('\u202E', '').replaceAll('\u0007', '');
    expect(metas(html)['og:title']).toBe(shown);
    expect(metas(html)['article:tag']).toBe(shown);
    expect(html).not.toContain('\u202E');
  });

  test('a theme cannot end its own element', async () => {
    const post = await outputOf('html', 'x');
    expect(textOf(post).match(/<\/style>/g)).toHaveLength(1);
  });
});
