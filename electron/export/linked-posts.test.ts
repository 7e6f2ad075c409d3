import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExportPlan } from '../../core/contract/export.ts';
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

describe('Jekyll stops at a link to a post that it does not build, so', () => {
  const [a, b] = ['2026-11-20-a/index.md', '2026-11-10-b/index.md'] as const;
  const written = '_posts/2026-11-20-a.md';
  const told = (plan: ExportPlan) =>
    plan.problems.filter(({ kind }) => kind.startsWith('link-')).map(({ kind, subject }) => [kind, subject]);

  test('the post that is linked to goes first', async () => {
    const { out, job } = await desk(files);
    const [jekyll, other] = [job({ target: 'jekyll' }), job({ target: 'jekyll', post: b as PostId })];
    expect(told(await planExport(jekyll))).toEqual([['link-post-first', '_posts/2026-11-10-bee.md']]);
    await runExport(jekyll, false);
    expect(await readFile(join(out, written), 'utf8')).toContain('[before](../2026-11-10-b/index.md#x)');
    await runExport(other, false);
    expect(told(await planExport(jekyll))).toEqual([]);
    await runExport(jekyll, false);
    expect(await readFile(join(out, written), 'utf8')).toContain(
      '[before](<{% post_url 2026-11-10-bee %}#x>), [again](<{% post_url 2026-11-10-bee %}>) and [self](<{% post_url 2026-11-20-a %}>).',
    );
  });

  test.each([
    ['a draft', 'draft: true', [['link-post-hidden', '_posts/2026-11-10-bee.md']]],
    ['a day to come', 'date: 2026-12-01', [['link-post-hidden', '_posts/2026-12-01-bee.md']]],
  ])('a hidden one is told: %s', async (_, line, problems) => {
    const text = files[b].replace(/^date:.*$/m, line);
    const { out, job } = await desk({ ...files, [b]: text });
    await runExport(job({ target: 'jekyll', post: b as PostId }), false);
    const jekyll = job({ target: 'jekyll' });
    expect(told(await planExport(jekyll))).toEqual(problems);
    await runExport(jekyll, false);
    expect(await readFile(join(out, written), 'utf8')).not.toContain('post_url 2026-12-01-bee');
    expect(await readFile(join(out, written), 'utf8')).not.toContain('post_url 2026-11-10-bee');
  });

  test('one that comes before this one comes is there by then', async () => {
    const { library, job } = await desk({ ...files, [b]: files[b].replace('2026-11-10', '2026-12-01') });
    await writeFile(join(library, a), files[a].replace('2026-11-20', '2026-12-24'));
    await runExport(job({ target: 'jekyll', post: b as PostId }), false);
    expect(told(await planExport(job({ target: 'jekyll' })))).toEqual([]);
  });
});
