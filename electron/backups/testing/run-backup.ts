/** A program that makes one backup and tells every step, also after each file of the store appears or goes. */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { step } from '../../testing/step.ts';
import { takeBackup } from '../take-backup.ts';

const { rename, rm, link } = fs;
fs.rename = async (...args) => {
  await rename(...args);
  step();
};
fs.link = async (...args) => {
  await link(...args);
  step();
};
fs.rm = async (...args) => {
  await rm(...args);
  step();
};
// Names that other modules have imported already follow.
syncBuiltinESMExports();

const job = JSON.parse(process.argv[2] ?? '') as { root: string; folder: string; limit: number; now: string };
await takeBackup({
  ...job,
  without: [],
  now: new Date(job.now),
  signal: new AbortController().signal,
  progress: step,
  told: () => undefined,
});
