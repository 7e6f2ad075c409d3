import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../files/testing/faults.ts';
import { runBlog } from './export-blog.ts';
import { blogJob, plainPosts, quiet } from './testing/blog-library.ts';
import { killedAfter } from '../testing/killed.ts';
import { contents, exportProgram } from './testing/killed-blog.ts';
import { recover } from './take-back.ts';

/** Runs; `FUDE_KILLS=100` is the long form. */
const kills = Number(process.env['FUDE_KILLS'] ?? '6');

test('killed at any moment, the blog is the old or the new one', async () => {
  const top = await temporaryFolder();
  const program = await exportProgram(top);
  const before = plainPosts(12);
  // Every page changes, one goes, three come.
  const after: Record<string, string> = { ...plainPosts(15, 'Changed') };
  delete after['p7.md'];
  const folderOf = async (name: string): Promise<string> => {
    await mkdir(join(top, name));
    return join(top, name);
  };
  const whole = await folderOf('whole');
  const oldBlog = await blogJob(whole, before);
  await runBlog(oldBlog, false, quiet);
  const old = await contents(oldBlog.folder);
  const newJob = await blogJob(whole, after);
  await runBlog(newJob, false, quiet);
  const fresh = await contents(newJob.folder);

  const ends = { old: 0, new: 0 };
  for (let run = 0; run < kills; run += 1) {
    const root = await folderOf(`run-${String(run)}`);
    await runBlog(await blogJob(root, before), false, quiet);
    const job = await blogJob(root, after);
    // Spread over all the steps that the program tells: reading, rendering, comparing, writing, renaming.
    const lines = 1 + Math.floor(((run + Math.random()) / kills) * 330);
    await killedAfter(program, job, lines);
    // What the next export into the folder does first.
    await recover(job.folder);
    const found = await contents(job.folder);
    const end = JSON.stringify(found) === JSON.stringify(old) ? 'old' : 'new';
    expect(found, `after ${String(lines)} lines`).toEqual(end === 'old' ? old : fresh);
    ends[end] += 1;
    // The folder is Fude's own still: the export can simply be done again.
    await runBlog(job, false, quiet);
    expect(await contents(job.folder)).toEqual(fresh);
  }
  if (kills > 50) process.stdout.write(`${JSON.stringify(ends)}\n`);
  expect(ends.old).toBeGreaterThan(0);
}, 3_600_000);
