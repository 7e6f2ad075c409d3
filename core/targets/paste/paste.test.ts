import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pasteTargets } from '../../contract/paste.ts';
import type { PasteTarget } from '../../contract/paste.ts';
import { drawWith } from '../../markdown/draw-with.ts';
import { readBlog } from '../../post/blog.ts';
import { readyPost } from '../testing/export-of.ts';
import { pasteFor } from './paste.ts';
import type { Paste } from './paste.ts';

const library = join(import.meta.dirname, '../../../e2e/blogs/library');
const id = '2026-11-04-every-trap/index.md';
const trap = readFileSync(join(library, id), 'utf8');
const { blog } = readBlog(readFileSync(join(library, 'blog.yaml'), 'utf8'), 'ja');

const paste = (target: PasteTarget, text: string): Promise<Paste> =>
  pasteFor(readyPost(text, id, blog), target);

test.each(pasteTargets)('%s: what is on the clipboard', async (target) => {
  const { html, text, changed, images } = await paste(target, trap);
  const written = [
    '=== text/html',
    html,
    '=== text/plain',
    text,
    ...images.map(({ path, written: source }) => `!!! ${path} ${source}`),
    ...changed.map((change) => `!!! ${change}`),
    '',
  ].join('\n');
  await expect(written).toMatchFileSnapshot(`fixtures/${target}.txt`);
  expect(await paste(target, trap)).toEqual(await paste(target, trap));
});

describe('what an editor has no form for', () => {
  const table = '| a | b |\n| - | - |\n| 1 | 2 |\n';

  test('note: headings of two levels, a table as text', async () => {
    const { html, changed } = await paste('note', `# A\n\n#### B\n\n${table}`);
    expect(html).toContain('<h2');
    expect(html).toContain('<h3');
    expect(html).toContain('<pre>a | b\n1 | 2</pre>');
    expect(changed).toEqual(['table']);
  });

  test('Ghost: a table in a card of HTML', async () => {
    const { html } = await paste('ghost', `x\n\n${table}`);
    expect(html).toMatch(/<!--kg-card-begin: html--><table>[^]*<\/table><!--kg-card-end: html-->/);
  });

  test.each(['wordpress', 'note', 'rich-text'] as const)(
    '%s: boxes as signs, formulas as code',
    async (target) => {
      const { html, changed } = await paste(target, '- [x] a\n- [ ] b\n\n$x^2$\n');
      expect(html).toContain('☑');
      expect(html).toContain('☐');
      expect(html).toContain('<code>x^2</code>');
      expect(html).not.toContain('<input');
      expect(changed).toEqual(['math']);
    },
  );
});

describe('a diagram', () => {
  const text = '```mermaid\ngraph LR\n  PASTED --> B\n```\n';

  beforeAll(() =>
    drawWith(() =>
      Promise.resolve({
        kind: 'drawn',
        svg: '<svg xmlns="http://www.w3.org/2000/svg" width="30" viewBox="0 0 30 20"><text>A</text></svg>',
      }),
    ),
  );

  test.each(['wordpress', 'ghost', 'note', 'hatena'] as const)(
    '%s: is named, and not pasted as the letters of its drawing',
    async (target) => {
      const { html, changed } = await paste(target, text);
      expect(html).toContain('［図］');
      expect(html).not.toContain('data:');
      expect(changed).toEqual(['diagram']);
    },
  );

  test('mail: comes along', async () => {
    const { html, changed } = await paste('rich-text', text);
    expect(html).toContain('src="data:image/svg+xml');
    expect(changed).toEqual([]);
  });
});

test('mail: a cell has its border and its side', async () => {
  const { html } = await paste('rich-text', '| a | b |\n| - | -: |\n| 1 | 2 |\n');
  expect(html.match(/style="border: 1px solid #999; padding: 4px 8px; text-align:right"/g)).toHaveLength(2);
});

test('note: the line of a folded part stands above what it opens', async () => {
  const { html, changed } = await paste('note', ':::details 開く\n\n中身\n\n:::\n');
  expect(html).toMatch(/<p><strong>開く<\/strong><\/p>\s*<p>中身<\/p>/);
  expect(changed).toEqual(['details']);
});

test.each(['zenn', 'qiita', 'hatena', 'ghost', 'note'] as const)(
  '%s: the text has no header',
  async (target) => {
    const { text } = await paste(target, '---\ntitle: x\ntags: [a]\n---\n\n## A\n');
    expect(text.startsWith('## A')).toBe(true);
  },
);
