import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PostId } from '../../core/contract/post.ts';
import { planExport, runExport } from './export-post.ts';
import { desk } from './testing/desk.ts';

const files = {
  '2026-11-20-a/index.md':
    '---\ntitle: A\ndate: 2026-11-20\n---\n\n[before](../2026-11-10-b/index.md#x), [again](../2026-11-10-b/) and [self](index.md).\n',
  '2026-11-10-b/index.md': '---\ntitle: B\ndate: 2026-11-10\nslug: bee\n---\n\nText.\n',
};

test('a link to another post leads to its page, which is missed until it is there too', async () => {
  const { out, job } = await desk(files);
  const absent = { severity: 'warning', kind: 'link-post-absent', line: 6, subject: 'bee.html' };
  expect((await planExport(job())).problems).toEqual([expect.objectContaining(absent)]);
  await runExport(job(), false);
  expect(await readFile(join(out, 'a.html'), 'utf8')).toContain(
    '<a href="bee.html#x">before</a>, <a href="bee.html">again</a> and <a href="a.html">self</a>.',
  );
  await runExport(job({ post: '2026-11-10-b/index.md' as PostId }), false);
  expect((await planExport(job())).problems).toEqual([]);
});

test('two posts of one slug are told at the line that has it', async () => {
  const { job } = await desk({ ...files, 'bee.md': 'Another.\n' });
  const { problems } = await planExport(job({ post: '2026-11-10-b/index.md' as PostId }));
  expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['same-file', 4]]);
});
