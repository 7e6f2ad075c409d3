import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TargetName } from '../../core/contract/export.ts';
import { testLibrary } from '../drafts/testing/test-library.ts';
import { planExport, runExport } from './export-post.ts';
import type { ExportJob } from './job.ts';
import { noon } from './testing/desk.ts';
import { engineSites } from './testing/engine-sites.ts';

/** Templates for new posts, what a tool keeps for itself, what is for readers of the repository. */
const noPost = /^(?:archetypes|scaffolds)\/|\/\.remote\/|^README/;
const line = 'A line of the author’s own, **「括弧」**は {{ x }}.';

describe.each(Object.keys(engineSites) as TargetName[])('%s', (target) => {
  const files = engineSites[target] ?? {};

  test('opens as a library, and every post goes back to its engine byte for byte', async () => {
    const { library, root, userDataDir } = await testLibrary(files);
    const posts = (await library.list()).map(({ id }) => id);
    const isPost = (path: string): boolean => /\.(?:md|markdown)$/.test(path) && !noPost.test(path);
    expect(posts.toSorted()).toEqual(Object.keys(files).filter(isPost).toSorted());
    const out = join(root, '../out');
    for (const post of posts) {
      const { text } = await library.open(post);
      expect(text.includes('\r')).toBe(false);
      const job = jobOf(post);
      expect((await planExport(job)).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      await runExport(job, false);
      expect(await readFile(join(out, post))).toEqual(Buffer.from(files[post] ?? ''));
      // Into its own site there is nothing to write.
      const home = await planExport({ ...job, folder: root });
      expect(home.files.every(({ change }) => change === 'same')).toBe(true);
    }

    function jobOf(post: ExportJob['post']): ExportJob {
      return {
        libraryRoot: root,
        blog: library.library.blog,
        post,
        target,
        folder: out,
        userDataDir,
        themeCss: '',
        posts,
        now: noon,
      };
    }
  });

  test('an edited line is the only one that differs', async () => {
    const { library, root, userDataDir } = await testLibrary(files);
    const posts = (await library.list()).map(({ id }) => id);
    for (const post of posts) {
      const { text, hash } = await library.open(post);
      const lines = text.split('\n');
      // The last line, so that no header is cut in two.
      const at = lines.length - 1;
      lines[at] = line + (lines[at] ?? '');
      await library.save(post, lines.join('\n'), hash);
      const job = {
        libraryRoot: root,
        blog: library.library.blog,
        post,
        target,
        folder: join(root, '../out'),
        userDataDir,
        themeCss: '',
        posts,
        now: noon,
      };
      await runExport(job, false);
      const [before, after] = [files[post] ?? '', await readFile(join(job.folder, post), 'utf8')];
      const [was, is] = [before.split('\n'), after.split('\n')];
      expect(is.length).toBe(was.length);
      expect(is.filter((one, index) => one !== was[index])).toEqual([line + (was.at(-1) ?? '')]);
    }
  });
});
