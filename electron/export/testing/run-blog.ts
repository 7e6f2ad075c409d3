/** A program that exports one blog and says a line at every step, also between the renames, where the folder is half-way. */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import type { BlogJob } from '../blog-job.ts';
import { runBlog } from '../export-blog.ts';

const { rename, link } = fs;
const say = (): boolean => process.stdout.write('.\n');
fs.rename = async (...args) => {
  await rename(...args);
  say();
};
fs.link = async (...args) => {
  await link(...args);
  say();
};
// Names that other modules have imported already follow.
syncBuiltinESMExports();

const job = JSON.parse(process.argv[2] ?? '') as BlogJob;
await runBlog(job, false, { progress: say, signal: new AbortController().signal });
