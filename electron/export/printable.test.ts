import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PostId } from '../../core/contract/post.ts';
import { readBlog } from '../../core/post/blog.ts';
import { printablePage } from './printable.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fude-print-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const print = (post: string, library: string = root): ReturnType<typeof printablePage> =>
  printablePage({
    libraryRoot: library,
    blog: readBlog('', 'en').blog,
    post: post as PostId,
    themeCss: 'p{}',
  });

test('a page for paper has its images inside and its folded parts open, and does without what is missing', async () => {
  await writeFile(join(root, 'dot.png'), 'bytes');
  await writeFile(
    join(root, 'a.md'),
    '![gone](gone.png) ![dot](dot.png)\n\n<details>\n<summary>More</summary>\n\ntext\n\n</details>\n',
  );
  const { name, html } = await print('a.md');
  expect(name).toBe('a');
  expect(html).toContain(`src="data:image/png;base64,${Buffer.from('bytes').toString('base64')}" alt="dot"`);
  expect(html).toContain('alt="gone"');
  expect(html).toContain('<details open>');
  expect(html).toContain('<style>');
});

test('nothing outside of the library is printed', async () => {
  await writeFile(join(root, 'a.md'), 'text');
  const library = join(root, 'library');
  await mkdir(library);
  await expect(print('../a.md', library)).rejects.toMatchObject({
    failure: { kind: 'bad-name', reason: 'outside' },
  });
});
