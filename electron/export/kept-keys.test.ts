import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planExport, runExport } from './export-post.ts';
import { desk } from './testing/desk.ts';

const post = '---\ntitle: A\ndate: 2026-11-20\ntags: [a]\n---\n\nText.\n';

test('an article that Qiita has published keeps its id, so that it is not published twice', async () => {
  const { library, out, job } = await desk({ '2026-11-20-a/index.md': post });
  const qiita = job({ target: 'qiita' });
  await runExport(qiita, false);
  const file = join(out, 'public/a.md');
  const fresh = await readFile(file, 'utf8');
  expect((await planExport(qiita)).files).toMatchObject([{ change: 'same' }]);
  const published = fresh
    .replace('updated_at: ""', "updated_at: '2026-11-20T09:00:00+09:00'")
    .replace('id: null', 'id: 0123456789abcdef');
  await writeFile(file, published);
  expect((await planExport(qiita)).files).toMatchObject([{ change: 'edited' }]);

  await writeFile(join(library, '2026-11-20-a/index.md'), `${post}\nMore.\n`);
  await runExport(qiita, true);
  const again = await readFile(file, 'utf8');
  expect(again.split('\n').toSorted()).toEqual(`${published}\nMore.\n`.split('\n').toSorted());
  expect((await planExport(qiita)).files).toMatchObject([{ change: 'same' }]);
});

test('the post’s own id stands, and other places keep nothing', async () => {
  const own = post.replace('tags:', 'id: mine\ntags:');
  const { out, job } = await desk({ '2026-11-20-a/index.md': own });
  for (const [target, path] of [
    ['qiita', 'public/a.md'],
    ['hexo', 'source/_posts/a.md'],
  ] as const) {
    await mkdir(join(out, path, '..'), { recursive: true });
    await writeFile(join(out, path), '---\nid: theirs\norganization_url_name: fude\n---\n');
    await runExport(job({ target }), true);
    const text = await readFile(join(out, path), 'utf8');
    expect(text).toContain('\nid: mine\n');
    expect(text).not.toContain('theirs');
    expect(text.includes('organization_url_name: fude')).toBe(target === 'qiita');
  }
});
