import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runBlog } from './export-blog.ts';
import { planExport, runExport } from './export-post.ts';
import { exportedPosts, exportedText } from './exported-posts.ts';
import { movePosts } from './post-receipts.ts';
import { blogJob, plainPosts, quiet } from './testing/blog-library.ts';
import { desk, failure, meetup, text, tree, withPicture } from './testing/desk.ts';
import { contents } from './testing/killed-export.ts';
import { undoExport } from './undo-export.ts';
import type { PostId } from '../../core/contract/post.ts';

test('the first export into a new folder is undone to nothing', async () => {
  const { root, out, library, job } = await desk(withPicture);
  await runExport(job(), false);
  const data = join(root, 'data');
  expect(await exportedPosts(data, library, undefined)).toMatchObject([{ id: meetup, target: 'html' }]);
  expect(await undoExport(data, { library })).toEqual({ folder: out, restored: 0, removed: 2 });
  expect(await readdir(root)).toEqual(['data', 'library']);
  expect(await exportedPosts(data, library, undefined)).toEqual([]);
  expect(await failure(undoExport(data, { library }))).toEqual({ kind: 'undo-none' });
});

test('what was replaced, overwritten with a yes, or taken away comes back as it was', async () => {
  const { root, out, library, job } = await desk(withPicture);
  await mkdir(out);
  await writeFile(join(out, 'meetup.html'), 'mine');
  await chmod(join(out, 'meetup.html'), 0o640);
  await runExport(job(), true);
  await writeFile(join(library, meetup), '---\ntitle: Changed\n---\n');
  await runExport(job(), false);
  expect(await tree(out)).toEqual(['meetup.html']);
  const data = join(root, 'data');
  expect(await undoExport(data, { folder: out })).toEqual({ folder: out, restored: 2, removed: 0 });
  expect(await tree(out)).toEqual(['meetup.html', 'meetup/p.png']);
  expect(await text(join(out, 'meetup.html'))).toContain('<title>Meetup</title>');
  expect((await stat(join(out, 'meetup.html'))).mode & 0o777).toBe(0o640);
  // They are Fude's own still, so the export can be done again without a question.
  expect((await planExport(job())).files.map(({ change }) => change)).toEqual(['changed', 'removed']);
  // One export only is kept.
  expect(await failure(undoExport(data, { folder: out }))).toEqual({ kind: 'undo-none' });
});

test('files that changed since stop it, each named, and nothing is touched', async () => {
  const { root, out, library, job } = await desk(withPicture);
  await runExport(job(), false);
  await writeFile(join(out, 'meetup.html'), 'mended by hand');
  await rm(join(out, 'meetup/p.png'));
  const before = await contents(out);
  expect(await failure(undoExport(join(root, 'data'), { library }))).toEqual({
    kind: 'undo-changed',
    paths: [join(out, 'meetup/p.png'), join(out, 'meetup.html')],
  });
  expect(await contents(out)).toEqual(before);
});

test('an export that changed nothing leaves the one before to be undone', async () => {
  const { root, library, job } = await desk(withPicture);
  await runExport(job(), false);
  await runExport(job(), false);
  expect(await undoExport(join(root, 'data'), { library })).toMatchObject({ removed: 2 });
});

test('a whole blog is undone to the blog before', async () => {
  const root = (await desk({})).root;
  const first = await blogJob(root, plainPosts(5));
  await runBlog(first, false, quiet);
  const before = await contents(first.folder);
  const files: Record<string, string> = { ...plainPosts(7, 'Changed') };
  delete files['p2.md'];
  const second = await blogJob(root, files);
  await runBlog(second, false, quiet);
  expect(await contents(first.folder)).not.toEqual(before);
  await undoExport(join(root, 'data'), { library: first.libraryRoot });
  expect(await contents(first.folder)).toEqual(before);
});

test('a post tells whether it changed since, and what it was, also under another name', async () => {
  const { root, out, library, job } = await desk({ 'old/index.md': '---\ntitle: A\n---\n\nOne.\n' });
  const data = join(root, 'data');
  await runExport(job(), false);
  const [exported] = await exportedPosts(data, library, undefined);
  expect(exported?.changed).toBe(false);
  const renamed = 'new/index.md' as PostId;
  await mkdir(join(library, 'new'));
  await writeFile(join(library, renamed), '---\ntitle: A\n---\n\nTwo.\n');
  await rm(join(library, 'old'), { recursive: true });
  await movePosts(data, library, 'old/index.md' as PostId, renamed);
  const [moved] = await exportedPosts(data, library, [renamed]);
  expect(moved?.changed).toBe(true);
  expect((await exportedText(data, library, renamed))?.text).toContain('One.');
  // The page under the old name belongs to nothing any more.
  const next = job({ post: renamed, posts: [renamed] });
  expect((await planExport(next)).files).toMatchObject([
    { path: 'new.html', change: 'new' },
    { path: 'old.html', change: 'removed' },
  ]);
  await runExport(next, false);
  expect(await tree(out)).toEqual(['new.html']);
});
