import { describe, expect, test } from 'vitest';
import type { TargetName } from '../contract/export.ts';
import type { PostId } from '../contract/post.ts';
import { targets } from './table.ts';
import { linkedFiles } from './linked-posts.ts';
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

const linked = new Map([
  [
    '../2026-11-10-last-time/index.md',
    { id: '2026-11-10-last-time/index.md' as PostId, slug: 'last-time-前' },
  ],
]);

const exported = async (target: TargetName) => {
  const output = await targets[target].write({
    ...readyPost(text, '2026-11-20-a-long-slug/index.md'),
    linked,
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

  test.each(['fragment', 'jekyll', 'hexo', 'qiita', 'hatena'] as const)(
    'stay as they are where nobody knows the address, which is told: %s',
    async (target) => {
      const { text: written, told } = await exported(target);
      expect(written).toContain('../2026-11-10-last-time/index.md');
      expect(told.map((one) => one.slice(0, 2))).toEqual(['7 ', '7 ', '7 ', '8 ']);
    },
  );

  test('name the files that they need', () => {
    const post = { ...readyPost(text), linked };
    expect(new Set(linkedFiles(post, targets.hugo).map(({ path }) => path))).toEqual(
      new Set(['content/posts/last-time-前/index.md']),
    );
    expect(linkedFiles(post, targets.jekyll)).toEqual([]);
    expect(linkedFiles(readyPost(text), targets.hugo)).toEqual([]);
  });
});
