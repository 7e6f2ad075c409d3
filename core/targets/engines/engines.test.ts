import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ExportProblem, TargetName } from '../../contract/export.ts';
import { readBlog } from '../../post/blog.ts';
import type { PostId } from '../../contract/post.ts';
import { postToExport } from '../post-to-export.ts';
import { outputOf, textOf } from '../testing/export-of.ts';

const engines = ['hugo', 'jekyll', 'hexo', 'eleventy', 'astro', 'zenn', 'qiita'] as const;
const tokyo = readBlog('timeZone: Asia/Tokyo', 'ja').blog;

const headerOf = async (target: TargetName, header: string, blog = tokyo): Promise<Record<string, unknown>> =>
  parse(
    textOf(await outputOf(target, `---\n${header}\n---\n\nText\n`, undefined, blog)).split('\n---\n')[0] ??
      '',
    { schema: 'core' },
  ) as Record<string, unknown>;

const problemsOf = async (
  target: TargetName,
  text: string,
): Promise<readonly Pick<ExportProblem, 'severity' | 'kind' | 'line'>[]> =>
  (await outputOf(target, text)).problems.map(({ severity, kind, line }) => ({ severity, kind, line }));

describe('dates in each engine’s own form', () => {
  test.each([
    ['hugo', '2026-11-04 00:30', 'date', '2026-11-04T00:30:00+09:00'],
    ['hugo', '2026-11-04', 'date', '2026-11-04'],
    ['hugo', '2026-11-04T00:30:00Z', 'date', '2026-11-04T00:30:00Z'],
    ['jekyll', '2026-11-04 00:30', 'date', '2026-11-04 00:30:00 +0900'],
    ['jekyll', '2026-11-04', 'date', undefined],
    ['hexo', '2026-11-04 00:30', 'date', '2026-11-04 00:30:00'],
    ['hexo', '2026-11-03T15:30:00Z', 'date', '2026-11-04 00:30:00'],
    ['eleventy', '2026-11-04 00:30', 'date', '2026-11-04T00:30:00+09:00'],
    ['astro', '2026-11-04 00:30', 'pubDate', '2026-11-04T00:30:00+09:00'],
    ['zenn', '2026-11-03T15:30:00Z', 'published_at', '2026-11-04 00:30'],
  ] as const)('%s: %s', async (target, date, key, written) => {
    expect((await headerOf(target, `title: x\ndate: ${date}`))[key]).toBe(written);
  });

  test('a day west of UTC stays that day where engines read it in UTC', async () => {
    const { blog } = readBlog('timeZone: America/New_York', 'en');
    expect((await headerOf('eleventy', 'title: x\ndate: 2026-07-04', blog))['date']).toBe(
      '2026-07-04T00:00:00-04:00',
    );
  });

  test('the day in a Jekyll file’s name is the blog’s', async () => {
    const { files } = await outputOf('jekyll', '---\ndate: 2026-11-03T15:30:00Z\n---\n', undefined, tokyo);
    expect(files[0]?.path).toBe('_posts/2026-11-04-meetup.md');
  });
});

describe('texts arrive whole in every header', () => {
  const odd = [
    '</title><script>alert(1)</script>',
    'a: b # c',
    '"q" \\ \'s\'',
    '{{ x }} {% y %}',
    'yes',
    '筆\u2028\u0085\uFEFF！',
  ];
  test.each(engines.flatMap((target) => odd.map((title) => [target, title] as const)))(
    '%s: %j',
    async (target, title) => {
      const header = await headerOf(
        target,
        `title: ${JSON.stringify(title)}\ntags: [${JSON.stringify(title)}]`,
      );
      expect(header['title']).toBe(title);
      expect(header[target === 'zenn' ? 'topics' : 'tags']).toEqual([title]);
    },
  );
});

describe('keys of the author’s own', () => {
  test('stay as written, and stand for those of the engine', async () => {
    const text = '---\ntitle: x\nlayout: note   # mine\nparams:\n  a: [1, 2]\n---\n';
    const written = textOf(await outputOf('jekyll', text, undefined, tokyo));
    expect(written).toContain('\nlayout: note   # mine\nparams:\n  a: [1, 2]\n---\n');
    expect(written).not.toContain('layout: "post"');
  });

  test('aliases a thousand deep are refused, not unfolded', async () => {
    const bomb = Array.from(
      { length: 1000 },
      (_, n) => `a${String(n + 1)}: &a${String(n + 1)} [*a${String(n)}, *a${String(n)}]`,
    );
    const text = `---\ntitle: x\na0: &a0 [x]\n${bomb.join('\n')}\n---\n`;
    const problems = await problemsOf('hugo', text);
    expect(problems.filter(({ kind }) => kind === 'front-matter-linked')).toHaveLength(1001);
    expect(
      problems.every(
        ({ severity, kind }) => severity === 'error' || kind === 'no-date' || kind === 'no-title',
      ),
    ).toBe(true);
  });
});

describe('what an engine would refuse is named', () => {
  test.each([
    ['zenn', '---\ntitle: x\nslug: short\n---\n', 'zenn-slug', 3],
    ['zenn', '---\ntitle: x\n---\n', 'zenn-name', undefined],
    ['zenn', '---\ntitle: x\ntags: [a, b, c, d, e, f]\n---\n', 'zenn-topics', 3],
    ['zenn', '---\ntitle: x\ntags: [C++]\n---\n', 'zenn-topic', 3],
    ['zenn', `---\ntitle: ${'題'.repeat(71)}\n---\n`, 'zenn-title', 2],
    ['zenn', 'a\n\n<div>b</div>\n', 'raw-html', 3],
    ['zenn', '![a](a.svg)\n', 'zenn-image', 1],
    ['qiita', '---\ntitle: x\n---\n', 'qiita-no-tags', undefined],
    ['qiita', '---\ntitle: x\ntags: [a, b, c, d, e, f]\n---\n', 'qiita-tags', 3],
    ['qiita', '---\ntitle: x\ntags: [a b]\n---\n', 'qiita-tag', 3],
    ['qiita', '![a](a.png)\n', 'image-by-hand', 1],
    ['hatena', '![a](a.png)\n', 'image-by-hand', 1],
    ['hugo', 'a\n\nb {{< c\n', 'shortcode-open', 3],
    ['hugo', 'a <b>c</b>\n', 'raw-html', 1],
    ['hugo', 'a\n\n$$\nx\n$$\n', 'syntax-unknown', 3],
    ['hexo', 'a $x$\n', 'syntax-unknown', 1],
    ['eleventy', ':::note\na\n:::\n', 'syntax-unknown', 1],
    ['jekyll', 'a\n\n[[toc]]\n\n# b\n', 'syntax-unknown', 3],
    ['astro', '> [!NOTE]\n> a\n', 'syntax-unknown', 1],
    ['zenn', 'a\n\n- > [!NOTE]\n  > b\n', 'syntax-unknown', 3],
    ['hugo', '+++\ntitle = "x"\n+++\n', 'front-matter-toml', 1],
    ['astro', '---\ntitle: a: b\n---\n', 'front-matter-broken', 2],
  ] as const)('%s: %j', async (target, text, kind, line) => {
    expect(await problemsOf(target, text)).toContainEqual({ severity: expect.any(String), kind, line });
  });

  test.each([
    ['zenn', ':::message alert\n熱い\n:::\n'],
    ['qiita', ':::note warn\n熱い\n:::\n'],
  ] as const)('%s has a box for an alert, and nothing to say of it', async (target, box) => {
    const output = await outputOf(target, '---\ntitle: x\ntags: [a]\n---\n\n> [!WARNING]\n> 熱い\n');
    expect(textOf(output)).toContain(`\n${box}`);
    expect(output.problems.map(({ kind }) => kind)).not.toContain('syntax-unknown');
  });

  test.each([
    ['zenn', ''],
    ['qiita', ''],
    ['hatena', '[:contents]'],
  ] as const)('%s has contents of its own, and nothing to say of them', async (target, own) => {
    const output = await outputOf(
      target,
      '---\ntitle: x\ntags: [a]\n---\n\nText.\n\n[[toc]]\n\n## a\n\n> [[toc]]\n',
    );
    expect(textOf(output)).toMatch(
      new RegExp(`Text\\.\\n+${own.replace(/[[\]]/g, '\\$&')}\\n+## a\\n\\n> \\[\\[toc]]\\n$`),
    );
    expect(output.problems.map(({ kind }) => kind)).not.toContain('syntax-unknown');
  });

  test.each(['jekyll', 'astro'] as const)('%s needs a date', async (target) => {
    const { problems } = await outputOf(target, '---\ntitle: x\n---\n', 'posts/x.md');
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'error', kind: 'no-date' }));
  });

  test.each(['../x', '/etc/x', 'a/b', 'C:x', 'a\u0000', 'x'.repeat(300), 'con', '.x'])(
    'a slug %j never gets to an engine',
    (slug) => {
      const text = `---\nslug: ${JSON.stringify(slug)}\n---\n`;
      expect(postToExport('p.md' as PostId, text, tokyo, '')).toMatchObject({ kind: 'bad-slug' });
    },
  );
});

test.each(engines)('%s gets emoji as characters', async (target) => {
  const { files } = await outputOf(target, 'a :smile: `:smile:` 12:30:45 :nobody:\n');
  const text = files.flatMap((file) => (file.kind === 'post' ? [file.text] : [])).join('');
  expect(text).toContain('a 😄 `:smile:` 12:30:45 :nobody:\n');
});
