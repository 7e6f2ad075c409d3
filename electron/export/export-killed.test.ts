import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PostId } from '../../core/contract/post.ts';
import { temporaryFolder } from '../files/testing/faults.ts';
import type { BlogJob } from './blog-job.ts';
import { runBlog } from './export-blog.ts';
import { runExport } from './export-post.ts';
import { recoverExports } from './half-done.ts';
import type { ExportJob } from './job.ts';
import { blogJob, plainPosts, quiet } from './testing/blog-library.ts';
import { desk } from './testing/desk.ts';
import { killedAfter } from '../testing/killed.ts';
import { contents, exportProgram } from './testing/killed-export.ts';

/** Runs of each kind; `FUDE_KILLS=100` is the long form. */
const kills = Number(process.env['FUDE_KILLS'] ?? '6');

interface Case<Job> {
  /** The export in a fresh folder, before and after the change. */
  readonly before: (root: string) => Promise<Job>;
  readonly after: (root: string) => Promise<Job>;
  readonly run: (job: Job) => Promise<unknown>;
}

const post = 'n/index.md' as PostId;
const picture = (text: string): Uint8Array => new TextEncoder().encode(text.repeat(5000));
const postFiles = (word: string, images: readonly string[]) => ({
  [post]: `---\ntitle: ${word}\ndate: 2026-11-04\n---\n\n${images.map((name) => `![${name}](${name}.png)`).join('\n\n')}\n`,
  ...Object.fromEntries(images.map((name) => [`n/${name}.png`, picture(word + name)])),
});
const postJob = async (root: string, word: string, images: readonly string[]): Promise<ExportJob> =>
  (await desk(postFiles(word, images), root)).job({ target: 'hugo' });

const ofPost: Case<ExportJob> = {
  before: (root) => postJob(root, 'Old', ['a', 'b', 'c']),
  // The text and two pictures change, one goes, one comes.
  after: (root) => postJob(root, 'New', ['a', 'b', 'd']),
  run: (job) => runExport(job, false),
};

const ofBlog: Case<BlogJob> = {
  before: (root) => blogJob(root, plainPosts(12)),
  // Every page changes, one goes, three come.
  after: (root) => {
    const files: Record<string, string> = { ...plainPosts(15, 'Changed') };
    delete files['p7.md'];
    return blogJob(root, files);
  },
  run: (job) => runBlog(job, false, quiet),
};

async function killRuns<Job extends BlogJob | ExportJob>({ before, after, run }: Case<Job>) {
  const top = await temporaryFolder();
  const program = await exportProgram(top);
  const folderOf = async (name: string): Promise<string> => {
    await mkdir(join(top, name));
    return join(top, name);
  };
  const whole = await folderOf('whole');
  await run(await before(whole));
  const old = await contents((await before(whole)).folder);
  const job = await after(whole);
  const { taken: steps } = await killedAfter(program, job, Number.POSITIVE_INFINITY);
  const fresh = await contents(job.folder);
  expect(fresh).not.toEqual(old);

  const ends = { old: 0, new: 0 };
  for (let number = 0; number < kills; number += 1) {
    const root = await folderOf(`run-${String(number)}`);
    await run(await before(root));
    const changed = await after(root);
    // Spread over all the steps that the program tells: reading, rendering, comparing, writing, renaming.
    const last = 1 + Math.floor(((number + Math.random()) / kills) * steps);
    await killedAfter(program, changed, last);
    // What the next start of Fude does.
    await recoverExports(changed.userDataDir ?? '');
    const found = await contents(changed.folder);
    const end = JSON.stringify(found) === JSON.stringify(old) ? 'old' : 'new';
    expect(found, `after ${String(last)} of ${String(steps)} steps`).toEqual(end === 'old' ? old : fresh);
    ends[end] += 1;
    // The folder is Fude's own still: the export can simply be done again.
    await run(changed);
    expect(await contents(changed.folder)).toEqual(fresh);
    await rm(root, { recursive: true });
  }
  if (kills > 50) process.stdout.write(`${JSON.stringify({ ...ends, steps })}\n`);
  expect(ends.old).toBeGreaterThan(0);
}

test('killed at any moment, the folder of a post is the old or the new one after the next start', async () => {
  await killRuns(ofPost);
}, 3_600_000);

test('killed at any moment, a blog is the old or the new one after the next start', async () => {
  await killRuns(ofBlog);
}, 3_600_000);
