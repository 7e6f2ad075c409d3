import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExportPlan, ExportProgress } from '../../core/contract/export.ts';
import { failureOf } from '../failures.ts';
import { temporaryFolder } from '../files/testing/faults.ts';
import { planBlog, runBlog } from './export-blog.ts';
import { blogJob, plainPosts, quiet } from './testing/blog-library.ts';
import { failure, text, tree, withPicture } from './testing/desk.ts';

const filesOf = ({ files }: ExportPlan): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ path, change }) => [path, change]));

async function put(root: string, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

describe('the whole blog', () => {
  test('is written as planned, and a second time not at all', async () => {
    const root = await temporaryFolder();
    const job = await blogJob(root, {
      ...plainPosts(3),
      ...withPicture,
      'd.md': '---\ntitle: D\ndraft: true\n---\nd\n',
    });
    const plan = await planBlog(job, quiet);
    expect(plan).toMatchObject({ posts: 4, drafts: 1, unchanged: 0 });
    expect(await readdir(root)).toEqual(['library']);
    const result = await runBlog(job, false, quiet);
    expect(result).toMatchObject({ written: plan.files.length, removed: 0, unchanged: 0 });
    expect(await tree(job.folder)).toEqual(Object.keys(filesOf(plan)).toSorted());
    expect(await tree(job.folder)).toContain('posts/meetup/p.png');
    expect(await tree(job.folder)).not.toContain('posts/d.html');
    expect(await runBlog(job, false, quiet)).toMatchObject({
      written: 0,
      removed: 0,
      unchanged: plan.files.length,
    });
  });

  test('of 1,000 posts writes two files after a change in one, and takes away the page of one that is gone', async () => {
    const root = await temporaryFolder();
    const posts = plainPosts(1000);
    const job = await blogJob(root, posts);
    const steps: ExportProgress[] = [];
    const first = await runBlog(job, false, { ...quiet, progress: (progress) => steps.push(progress) });
    expect(first.written).toBeGreaterThan(1000);
    for (const step of ['reading', 'rendering', 'comparing', 'writing'] as const) {
      const last = steps.findLast((progress) => progress.step === step);
      expect(last?.done).toBe(last?.total);
    }
    const untouched = await stat(join(job.folder, 'posts/p3.html'));
    await put(job.libraryRoot, 'p500.md', (posts['p500.md'] ?? '').replace('Text', 'Other text'));
    expect(filesOf(await planBlog(job, quiet))).toEqual({
      'posts/p500.html': 'changed',
      'page/50.html': 'changed',
    });
    expect(await runBlog(job, false, quiet)).toMatchObject({ written: 2, removed: 0 });
    expect((await stat(join(job.folder, 'posts/p3.html'))).ino).toBe(untouched.ino);

    await rm(join(job.libraryRoot, 'p999.md'));
    const fewer = { ...job, posts: job.posts.filter((id) => id !== 'p999.md') };
    const plan = filesOf(await planBlog(fewer, quiet));
    expect(plan['posts/p999.html']).toBe('removed');
    expect(await runBlog(fewer, false, quiet)).toMatchObject({ removed: 1 });
    expect(await tree(job.folder)).not.toContain('posts/p999.html');
    expect(Object.keys(filesOf(await planBlog(fewer, quiet)))).toEqual([]);
  }, 300_000);

  test('takes away images with their folder', async () => {
    const root = await temporaryFolder();
    const job = await blogJob(root, { ...plainPosts(2), ...withPicture });
    await runBlog(job, false, quiet);
    const fewer = { ...job, posts: job.posts.filter((id) => !id.includes('meetup')) };
    expect(await runBlog(fewer, false, quiet)).toMatchObject({ removed: 3 });
    // Nothing else was of that year.
    expect(await readdir(join(job.folder, 'archive'))).toEqual(['1970.html']);
    expect(await readdir(join(job.folder, 'posts'))).toEqual(['p0.html', 'p1.html']);
  });
});

describe('files that Fude did not write', () => {
  test('are not written over without a yes', async () => {
    const root = await temporaryFolder();
    const job = await blogJob(root, plainPosts(1));
    await put(job.folder, 'index.html', 'mine');
    await put(job.folder, 'CNAME', 'example.com');
    expect(await failure(runBlog(job, false, quiet))).toEqual({
      kind: 'would-overwrite',
      paths: [join(job.folder, 'index.html')],
    });
    expect(await tree(job.folder)).toEqual(['CNAME', 'index.html']);
    await runBlog(job, true, quiet);
    expect(await text(join(job.folder, 'CNAME'))).toBe('example.com');
    expect(await text(join(job.folder, 'index.html'))).toContain('<!DOCTYPE html>');
  });

  test('and files that were changed since stay when their posts are gone', async () => {
    const root = await temporaryFolder();
    const job = await blogJob(root, plainPosts(2));
    await runBlog(job, false, quiet);
    await put(job.folder, 'posts/p1.html', 'mended by hand');
    const fewer = { ...job, posts: job.posts.slice(0, 1) };
    const plan = await planBlog(fewer, quiet);
    expect(plan.problems).toContainEqual({
      severity: 'warning',
      kind: 'not-removed',
      line: undefined,
      subject: 'posts/p1.html',
      post: undefined,
    });
    expect(await runBlog(fewer, false, quiet)).toMatchObject({ removed: 1 });
    // That was the page of its tag.
    expect(await text(join(job.folder, 'posts/p1.html'))).toBe('mended by hand');
    // It was told once; from now on the file is the author's own.
    expect((await planBlog(fewer, quiet)).problems).toEqual([]);
  });
});

describe('errors stop it and name the post', () => {
  test.each([
    [
      'two posts with one slug',
      { 'a.md': '---\nslug: x\n---\n', 'b.md': '---\nslug: X\n---\n' },
      'same-file',
      'b.md',
    ],
    ['a slug that climbs', { 'a.md': '---\nslug: ../x\n---\n' }, 'slug-bad', 'a.md'],
    ['a missing image', { 'a.md': '---\ntitle: a\n---\n![a](gone.png)\n' }, 'image-missing', 'a.md'],
    ['a broken header', { 'a.md': '---\ntitle: [\n---\n' }, 'front-matter-broken', 'a.md'],
    ['a post that is no text', { 'a.md': new Uint8Array([0x93, 0xfa]) }, 'post-unreadable', 'a.md'],
    [
      'a page where a folder is wanted',
      { 'a.md': '', 'b.md': '---\nslug: a.html\n---\n![b](b.png)', 'b.png': 'b' },
      'same-file',
      'b.md',
    ],
  ])('%s', async (_, files, kind, post) => {
    const root = await temporaryFolder();
    const job = await blogJob(root, files);
    const { problems } = await planBlog(job, quiet);
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'error', kind, post }));
    expect(await failure(runBlog(job, true, quiet))).toMatchObject({ kind: 'export-problems' });
    expect(await readdir(root)).toEqual(['library']);
  });
});

test('warnings name post and line', async () => {
  const root = await temporaryFolder();
  const job = await blogJob(root, {
    'a.md':
      '---\ntitle: 2018年07月18日(木)\ndate: 2030-01-01\ndescription: ""\n---\n\n[b](b.md#no) [c](c.md) [top](#gone)\n\n![](p.png)\n\nTODO: more\n',
    'b.md': '---\ntitle: b\n---\n\n## There\n\n[a](a.md) [d](d.md#x) [self](#There)\n',
    'd.md': '---\ntitle: d\ndraft: true\n---\n',
    'p.png': 'p',
  });
  const { problems } = await planBlog(job, quiet);
  expect(
    problems.map(({ kind, post, line, subject }) => `${post ?? ''}:${String(line)} ${kind} ${subject}`),
  ).toEqual([
    'a.md:2 weekday-wrong 2018年07月18日(木) → 水',
    'a.md:3 date-future 2030-01-01',
    'a.md:4 description-empty a.md',
    'a.md:7 anchor-dead b.md#no',
    'a.md:7 link-dead c.md',
    'a.md:7 anchor-dead #gone',
    'a.md:9 alt-empty p.png',
    'a.md:11 todo-left TODO: more',
    'b.md:7 link-dead d.md#x',
    'b.md:7 anchor-dead #There',
  ]);
});

test('called off, it changes nothing', async () => {
  const root = await temporaryFolder();
  const job = await blogJob(root, plainPosts(20));
  for (const step of ['reading', 'rendering', 'comparing', 'writing'] as const) {
    const abort = new AbortController();
    const progress = (at: ExportProgress): void => {
      if (at.step === step) abort.abort(new Error('called off'));
    };
    const work = runBlog(job, false, { progress, signal: abort.signal });
    expect(failureOf(await work.catch((error: unknown) => error))).toMatchObject({ kind: 'internal' });
    expect(await readdir(root)).toEqual(['library']);
  }
  await runBlog(job, false, quiet);
  expect(await readFile(join(job.folder, 'posts/p1.html'), 'utf8')).toContain('<h1>');
});
