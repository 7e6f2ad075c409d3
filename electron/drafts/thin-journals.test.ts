import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { logBytes } from '../files/record-log.ts';
import { temporaryFolder } from '../files/testing/faults.ts';
import { encodeEntry } from './journal-entry.ts';
import { thinJournals } from './thin-journals.ts';

const day = 86_400;
const now = 1_800_000_000;

/** A journal of this age whose text a file has, or has not. */
async function journal(folder: string, name: string, days: number, hash: string | undefined): Promise<void> {
  const bytes = logBytes([
    encodeEntry({ kind: 'text', revision: 0, text: 'x'.repeat(1000), post: undefined, hash }),
  ]);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), bytes);
  await utimes(join(folder, name), now - days * day, now - days * day);
}

test('journals of posts that were left go after a year; unsaved words and a later Fude’s stay', async () => {
  const folder = join(await temporaryFolder(), 'left');
  await journal(folder, 'young.journal', 300, 'h');
  await journal(folder, 'old.journal', 400, 'h');
  await journal(folder, 'unsaved.journal', 4000, undefined);
  await writeFile(join(folder, 'later.journal'), 'FUDELOG2 and more');
  await utimes(join(folder, 'later.journal'), 0, 0);
  await thinJournals(folder, now * 1000);
  expect((await readdir(folder)).toSorted()).toEqual(['later.journal', 'unsaved.journal', 'young.journal']);
});

test('beyond their room, those that were left longest ago go first', async () => {
  const folder = join(await temporaryFolder(), 'left');
  for (const age of [1, 2, 3, 4]) await journal(folder, `${String(age)}.journal`, age, 'h');
  await thinJournals(folder, now * 1000, 2500);
  expect((await readdir(folder)).toSorted()).toEqual(['1.journal', '2.journal']);
});

test('a folder that is not there is no error', async () => {
  await thinJournals(join(await temporaryFolder(), 'none'), now);
});
