/** A program that exports a post or a blog and tells every step, also between the renames, where the folder is half-way. */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import type { BlogJob } from '../blog-job.ts';
import { runBlog } from '../export-blog.ts';
import { runExport } from '../export-post.ts';
import { step } from '../../testing/step.ts';
import type { ExportJob } from '../job.ts';

const { copyFile, link, mkdir, rename, rm, unlink } = fs;

/** The same call, told when it is done. */
const told =
  <Args extends readonly unknown[], T>(call: (...args: Args) => Promise<T>) =>
  async (...args: Args): Promise<T> => {
    const result = await call(...args);
    step();
    return result;
  };
Object.assign(fs, {
  copyFile: told(copyFile),
  link: told(link),
  mkdir: told(mkdir),
  rename: told(rename),
  rm: told(rm),
  unlink: told(unlink),
});
// Names that other modules have imported already follow.
syncBuiltinESMExports();

const job = JSON.parse(process.argv[2] ?? '') as BlogJob | ExportJob;
if ('target' in job) await runExport(job, false);
else await runBlog(job, false, { progress: step, signal: new AbortController().signal });
