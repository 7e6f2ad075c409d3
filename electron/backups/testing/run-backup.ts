/** A program that makes one backup and says a line at every step, also after each file of the store appears or goes. */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { takeBackup } from '../take-backup.ts';

const { rename, rm, link } = fs;
const say = (): boolean => process.stdout.write('.\n');
fs.rename = async (...args) => {
  await rename(...args);
  say();
};
fs.link = async (...args) => {
  await link(...args);
  say();
};
fs.rm = async (...args) => {
  await rm(...args);
  say();
};
// Names that other modules have imported already follow.
syncBuiltinESMExports();

const job = JSON.parse(process.argv[2] ?? '') as { root: string; folder: string; limit: number; now: string };
await takeBackup({
  ...job,
  without: [],
  now: new Date(job.now),
  signal: new AbortController().signal,
  progress: say,
  told: () => undefined,
});
