import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PostId } from '../../core/contract/post.ts';
import { planExport, runExport } from './export-post.ts';
import { desk, picture, text, tree } from './testing/desk.ts';

const id = 'content/posts/a-b/index.md' as PostId;
const post =
  '---\ntitle: x\n---\r\n{{< figure src="a.png" >}} **「括弧」**は\r\n\r\n![a](a.png) ![g](gone.png)\r\n';
const site = {
  [id]: post,
  'content/posts/a-b/a.png': picture,
  'hugo.toml': 'title = "x"\n',
};

test('a post of a site goes to a site of its engine byte for byte, and lies where it lay', async () => {
  const { job, out } = await desk(site);
  const { problems } = await planExport(job({ target: 'hugo' }));
  expect(problems).toMatchObject([{ severity: 'warning', kind: 'image-missing', subject: 'gone.png' }]);
  await runExport(job({ target: 'hugo' }), false);
  expect(await tree(out)).toEqual(['content/posts/a-b/a.png', 'content/posts/a-b/index.md']);
  expect(await text(join(out, id))).toBe(post);
});

test('so does one of a library that is the site’s folder of posts', async () => {
  const { job, out, library } = await desk(site);
  const change = {
    target: 'hugo',
    libraryRoot: join(library, 'content/posts'),
    post: 'a-b/index.md' as PostId,
  } as const;
  await runExport(job(change), false);
  expect(await text(join(out, id))).toBe(post);
});

test('into its own site nothing is written', async () => {
  const { job, library } = await desk(site);
  const { files } = await planExport(job({ target: 'hugo', folder: library }));
  expect(files.map(({ change }) => change)).toEqual(['same', 'same']);
});

test('for another engine it is spelled anew, and the file stays as it is', async () => {
  const { job, out, library } = await desk({ ...site, [id]: post.replace('![g](gone.png)', '') });
  await runExport(job({ target: 'eleventy' }), false);
  expect(await text(join(out, 'posts/a-b/index.md'))).toContain('templateEngineOverride: "md"');
  expect(await readFile(join(library, id), 'utf8')).toContain('**「括弧」**は');
});
