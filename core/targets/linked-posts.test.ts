import { describe, expect, test } from 'vitest';
import type { TargetName } from '../contract/export.ts';
import type { PostId } from '../contract/post.ts';
import { targets } from './table.ts';
import { linkedFiles } from './linked-posts.ts';
import type { LinkedPost } from './target.ts';
import { readyPost, textOf } from './testing/export-of.ts';

const text = [
  '---',
  'title: A',
  'date: 2026-11-20',
  'tags: [a]',
  '---',
  '',
  '[inline](../2026-11-10-last-time/index.md#節 "title"), [angle](<../2026-11-10-last-time/index.md>), [ref],',
  '<a href="../2026-11-10-last-time/index.md">raw</a> and [elsewhere](../other.md) and [here](#a).',
  '',
  '[ref]: ../2026-11-10-last-time/index.md?x',
  '',
].join('\n');

const other: LinkedPost = {
  id: '2026-11-10-last-time/index.md' as PostId,
  slug: 'last-time-前',
  date: { year: 2026, month: 11, day: 10, time: undefined, offset: undefined },
  state: 'there',
};
const linked = new Map([['../2026-11-10-last-time/index.md', other]]);

const exported = async (target: TargetName, written = text, known = other) => {
  const output = await targets[target].write({
    ...readyPost(written, '2026-11-20-a-long-slug/index.md'),
    linked: new Map([['../2026-11-10-last-time/index.md', known]]),
  });
  const told = output.problems.filter(({ kind }) => kind === 'link-post-unknown');
  return { text: textOf(output), told: told.map(({ line, subject }) => `${String(line)} ${subject}`) };
};

describe('links to other posts of the library', () => {
  test('lead from page to page', async () => {
    const page = await exported('html');
    const file = 'last-time-%E5%89%8D.html';
    expect(page.text).toContain(`<a href="${file}#%E7%AF%80" title="title">inline</a>`);
    expect(page.text).toContain(`<a href="${file}">angle</a>, <a href="${file}?x">ref</a>`);
    expect(page.text).toContain(`<a href="${file}">raw</a>`);
    expect(page.text).toContain('href="../other.md"');
    expect(page.told).toEqual([]);
  });

  test.each([
    ['markdown', 'last-time-前.md'],
    ['hugo', '../last-time-前/'],
    ['eleventy', '../last-time-前/'],
    ['astro', '../last-time-前/'],
    ['zenn', 'last-time-前'],
  ] as const)('are spelled as %s finds them', async (target, address) => {
    const { text: written, told } = await exported(target);
    expect(written).toContain(`[inline](${address}#%E7%AF%80 "title"), [angle](${address}), [ref],`);
    expect(written).toContain(`<a href="${address}">raw</a> and [elsewhere](../other.md) and [here](#a).`);
    expect(written).toContain(`[ref]: ${address}?x\n`);
    expect(told).toEqual([]);
  });

  test.each(['fragment', 'qiita', 'hatena'] as const)(
    'stay as they are where nobody knows the address, which is told: %s',
    async (target) => {
      const { text: written, told } = await exported(target);
      expect(written).toContain('../2026-11-10-last-time/index.md');
      expect(told.map((one) => one.slice(0, 2))).toEqual(['7 ', '7 ', '7 ', '8 ']);
    },
  );

  test('are looked up by Jekyll, in the place of the address', async () => {
    const { text: written, told } = await exported('jekyll');
    const tag = '{% post_url 2026-11-10-last-time-前 %}';
    expect(written).toContain(
      `[inline](<${tag}#%E7%AF%80> "title"), [angle](<${tag}>), [ref],\n<a href="${tag}">raw</a> and`,
    );
    expect(written).toContain(`[ref]: <${tag}?x>\n`);
    expect(told).toEqual([]);
  });

  test.each(['absent', 'hidden'] as const)('stay as written where Jekyll would stop: %s', async (state) => {
    const { text: written } = await exported('jekyll', text, { ...other, state });
    expect(written).not.toContain('{%');
    expect(written).toContain('[angle](<../2026-11-10-last-time/index.md>)');
  });

  test('are looked up by Hexo, as HTML, since Markdown takes its tag apart', async () => {
    const { text: written, told } = await exported('hexo', text, { ...other, state: 'absent' });
    const tag = "{% post_path 'last-time-前' %}";
    expect(written).toContain(
      `<a href="${tag}#%E7%AF%80" title="title">inline</a>, <a href="${tag}">angle</a>, <a href="${tag}?x">ref</a>,`,
    );
    expect(written).toContain(`<a href="${tag}">raw</a> and [elsewhere](../other.md) and [here](#a).`);
    expect(told).toEqual([]);
  });

  const address = '../2026-11-10-last-time/index.md';
  const header = '---\ntitle: A\ndate: 2026-11-20\n---\n\n';

  test.each([
    [`[a](${address} 'x "y" (')z`, `<a href="TAG" title="x &quot;y&quot; (">a</a>z`],
    [`[a](${address} (b\\)))z`, `<a href="TAG" title="b)">a</a>z`],
    [`[**b** \`]\`][r] [c]\n\n[r]: ${address}`, '<a href="TAG">**b** `]`</a> [c]'],
    [`[a][]z\n\n[a]: ${address}`, '<a href="TAG">a</a>z'],
    [`> [two\n> lines](${address}\n> )`, undefined],
    [`- [two\n  lines](${address})`, '- <a href="TAG">two lines</a>'],
    [`| a |\n| - |\n| [b](${address}?c=1&d=2) |`, '| <a href="TAG?c=1&amp;d=2">b</a> |'],
    [`**[「い」](${address})**は`, '**<a href="TAG">「い」</a>**<!-- -->は'],
    [`[![p](https://example.com/p.png)](${address})`, '<a href="TAG">![p](https://example.com/p.png)</a>'],
  ])('are whole as HTML: %j', async (line, wanted) => {
    const { text: written, told } = await exported('hexo', `${header}${line}\n`);
    if (wanted === undefined) expect(told).toHaveLength(1);
    else expect(written).toContain(wanted.replace('TAG', "{% post_path 'last-time-前' %}"));
  });

  const marks = '{{ a }} `{{ b }}` {% raw %} **{{c}}**\n\n```js\n{{ d }} {# e #}\n```\n';

  test('leave the marks of the post itself as text, for Jekyll', async () => {
    const { text: written } = await exported('jekyll', `${header}[x](${address}) ${marks}`);
    expect(written).not.toContain('render_with_liquid');
    const raw = (mark: string): string => `{% raw %}${mark}{% endraw %}`;
    expect(written).toContain(
      `[x](<{% post_url 2026-11-10-last-time-前 %}>) ${raw('{{')} a }} \`${raw('{{')} b }}\` ${raw('{%')} raw %}`,
    );
    expect(written).toContain(`\n${raw('{{')} d }} {# e #}\n`);
    const without = await exported('jekyll', header + marks);
    expect(without.text).toContain('render_with_liquid: false');
    expect(without.text).toContain('{{ a }}');
  });

  test('leave the marks of the post itself as text, for Hexo', async () => {
    const { text: written } = await exported('hexo', `${header}[x](${address}) ${marks}{# f #} {{% g`);
    expect(written).not.toContain('disableNunjucks');
    expect(written).toContain('&#123;{ a }} `{{ b }}` &#123;% raw %} **&#123;{c}}**');
    expect(written).toContain('{{ d }} {# e #}\n');
    expect(written).toContain('&#123;# f #&#125; &#123;&#123;% g');
  });

  test.each(['`{% raw %}`', '<b title="{{ x }}">y</b>', '[y](https://example.com/{{x}})', '$$\n{{x}}\n$$\n'])(
    'stay as written where Hexo has no way to show %j beside a tag',
    async (mark) => {
      const { text: written, told } = await exported('hexo', `${header}[x](${address}) a\n\n${mark}\n`);
      expect(written).toContain('disableNunjucks: true');
      expect(written).toContain(`[x](${address}) a`);
      expect(told).toHaveLength(1);
    },
  );

  test('name the files that they need', () => {
    const post = { ...readyPost(text), linked };
    expect(new Set(linkedFiles(post, targets.hugo).map(({ path }) => path))).toEqual(
      new Set(['content/posts/last-time-前/index.md']),
    );
    expect(linkedFiles(post, targets.jekyll)[0]?.path).toBe('_posts/2026-11-10-last-time-前.md');
    expect(linkedFiles(post, targets.qiita)).toEqual([]);
    expect(linkedFiles(readyPost(text), targets.hugo)).toEqual([]);
  });
});
