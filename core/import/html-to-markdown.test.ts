import { describe, expect, test } from 'vitest';
import { htmlToMarkdown } from './html-to-markdown.ts';

const converted = (html: string, turn = () => Promise.resolve()) =>
  htmlToMarkdown(html, (address) => address, turn);
const markdown = async (html: string): Promise<string> => (await converted(html)).markdown;
const kept = async (html: string): Promise<number> => (await converted(html)).kept;

describe('HTML becomes the Markdown that shows the same', () => {
  test.each([
    ['<h2>見出し <em>a</em></h2><p>本文。</p>', '## 見出し *a*\n\n本文。'],
    ['<p>そう、<strong>「括弧」</strong>はと。</p>', 'そう、**「括弧」**はと。'],
    ['<p>一行目<br>二行目</p>', '一行目\\\n二行目'],
    ['<ul><li>一<ul><li>二</li></ul></li><li>三</li></ul>', '- 一\n  - 二\n- 三'],
    ['<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b'],
    ['<blockquote><p>引用</p></blockquote>', '> 引用'],
    [
      '<p><a href="https://example.com/a">リンク</a>と <code>x|y</code></p>',
      '[リンク](https://example.com/a)と `x|y`',
    ],
    ['<pre><code class="language-js">a\n\n  b &lt; c\n</code></pre>', '```js\na\n\n  b < c\n```'],
    ['<p>H<sub>2</sub>O と <kbd>Ctrl</kbd></p>', 'H<sub>2</sub>O と <kbd>Ctrl</kbd>'],
    ['<p><ruby>筆<rt>ふで</rt></ruby></p>', '<ruby>筆<rt>ふで</rt></ruby>'],
    ['<p><del>消す</del></p><hr><p>次</p>', '~~消す~~\n\n---\n\n次'],
    [
      '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
      '| A | B |\n| - | - |\n| 1 | 2 |',
    ],
    ['<figure><img src="a.png" alt="図"><figcaption>説明</figcaption></figure>', '![図](a.png "説明")'],
    ['<p># no heading, *no* emphasis, 1. no list</p>', '\\# no heading, \\*no\\* emphasis, 1. no list'],
    ['<p>a</p><!--more--><p>b</p>', 'a\n\n<!--more-->\n\nb'],
    ['<div><div><p>箱の中</p></div>ばらの文</div>', '箱の中\n\nばらの文'],
    ['<p></p><p>&nbsp;</p>', ''],
    ['<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
  ])('%s', async (html, expected) => {
    expect(await markdown(html)).toBe(expected);
  });
});

describe('what Markdown has no words for stays HTML', () => {
  test.each([
    '<iframe src="https://www.youtube.com/embed/x" width="560"></iframe>',
    '<table><tbody><tr><td colspan="2">1</td></tr></tbody></table>',
    '<dl><dt>語</dt><dd>意味</dd></dl>',
    '<details><summary>見出し</summary><p>中</p></details>',
    '<figure><img src="a.png" alt="図"><figcaption><a href="/x">出典</a></figcaption></figure>',
  ])('%s', async (html) => {
    expect(await markdown(`<p>前</p>${html}<p>後</p>`)).toBe(`前\n\n${html}\n\n後`);
    expect(await kept(html)).toBe(1);
  });

  test('an empty line in it does not end it', async () => {
    const html = '<dl>\n\n<dt>a</dt>\n\n<dd><pre>x\n\ny</pre></dd></dl>';
    expect(await markdown(html)).toBe('<dl>\n<dt>a</dt>\n<dd><pre>x&#10;\ny</pre></dd></dl>');
  });
});

test('lists in a row stay lists of their own beside what stays HTML', async () => {
  const dl = '<dl><dt>語</dt><dd>意味</dd></dl>';
  expect(await markdown(`${dl}<ul><li>a</li></ul><ul><li>b</li></ul>`)).toBe(
    `${dl}\n\n- a\n\n<!-- -->\n\n- b`,
  );
});

test('hostile depth and size stay as they are', async () => {
  const deep = '<div>'.repeat(50_000);
  expect(await markdown(`${deep}x`)).toBe(`${deep}x`);
});

test('a long post is written in parts, between which others have their turn', async () => {
  const section = `<h2>節</h2><p>${'文'.repeat(3000)}</p><ul><li>a</li></ul><dl><dt>語</dt></dl><p>後</p>`;
  let turns = 0;
  const { markdown: written, kept: asHtml } = await converted(section.repeat(12), () => {
    turns += 1;
    return Promise.resolve();
  });
  const one = await markdown(section);
  expect(written).toBe(Array(12).fill(one).join('\n\n'));
  expect(asHtml).toBe(12);
  expect(turns).toBeGreaterThan(3);
});
