import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { TargetName } from '../../core/contract/export.ts';
import { planExport } from './export-post.ts';
import { desk } from './testing/desk.ts';

const linking = '---\ntitle: A\ndate: 2026-11-20\n---\n\nx\n\n[b](../b/index.md) and [b](../b/index.md#x)\n';

const told = async (target: TargetName, file: string, text: string, post = linking) => {
  const { out, job } = await desk({ 'a/index.md': post, 'b/index.md': '---\ntitle: B\n---\n\nx\n' });
  await mkdir(dirname(join(out, file)), { recursive: true });
  await writeFile(join(out, file), text);
  const { problems } = await planExport(job({ target }));
  return problems
    .filter(({ kind }) => kind === 'link-address-set')
    .map(({ line, subject }) => `${String(line)} ${subject}`);
};

test.each([
  ['hugo', 'hugo.toml', 'title = "x"\nuglyURLs = true\n', 'uglyURLs'],
  ['hugo', 'config.yaml', 'permalinks:\n  posts: /:year/:month/:slug/\n', 'permalinks'],
  ['hugo', 'config.yaml', 'permalinks:\n  posts: "/:year/:month/:slug/"\n', 'permalinks'],
  ['hugo', 'hugo.toml', "[permalinks]\n  [permalinks.page]\n    posts = '/:slug/'\n", 'permalinks'],
  ['hugo', 'config/_default/permalinks.toml', "posts = '/:title/'\n", 'permalinks'],
  ['hugo', 'hugo.json', '{"permalinks": {"posts": "/b/:year/:filename/"}}', 'permalinks'],
  ['eleventy', 'posts/posts.json', '{ "layout": "post", "permalink": "/{{ title | slug }}/" }', 'permalink'],
  ['eleventy', 'posts/posts.11tydata.js', 'export default { permalink: (data) => data.x };', 'permalink'],
  ['astro', 'astro.config.mjs', "export default { trailingSlash: 'never' };", 'trailingSlash'],
  ['astro', 'astro.config.ts', "export default { build: { format: 'file' } };", 'build.format'],
] as const)('%s: %s %j has addresses of its own', async (target, file, text, name) => {
  expect(await told(target, file, text)).toEqual([`8 ${file} (${name})`]);
});

test.each([
  ['hugo', 'hugo.toml', '# uglyURLs = true\ntitle = "posts: a"\n'],
  ['hugo', 'hugo.toml', "[permalinks]\nposts = '/blog/:slugorcontentbasename/'\nnotes = '/:year/'\n"],
  ['eleventy', 'posts/posts.json', '{ "layout": "post" }'],
  ['astro', 'astro.config.mjs', "// trailingSlash: 'never'\nexport default { trailingSlash: 'always' };"],
  ['zenn', 'astro.config.mjs', "export default { trailingSlash: 'never' };"],
] as const)('%s: %s %j has those that links are written for', async (target, file, text) => {
  expect(await told(target, file, text)).toEqual([]);
});

test('a post without such links need not know', async () => {
  expect(await told('hugo', 'hugo.toml', 'uglyURLs = true\n', '---\ntitle: A\n---\n\n[x](#a)\n')).toEqual([]);
});
