import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './files/testing/faults.ts';
import { findLibrary } from './find-library.ts';

const appPath = dirname(import.meta.dirname);

/** Looks for a library beside the one of the documents folder. */
async function find(wish: { readonly isKnown: boolean; readonly root?: string; readonly made?: boolean }) {
  const folder = await temporaryFolder();
  const [root, instead] = [join(folder, wish.root ?? 'disk/blog'), join(folder, 'Fude')];
  if (wish.made === true) await mkdir(root, { recursive: true });
  const found = await findLibrary({ root, isKnown: wish.isKnown, instead }, appPath, 'en');
  return { found, root, instead, names: (await readdir(folder)).toSorted() };
}

test('a folder that is not there is made with a sample', async () => {
  const { found, root } = await find({ isKnown: false });
  expect(found).toEqual({ root, isNew: true, failures: [] });
  expect(await readdir(root)).toHaveLength(1);
});

test('a folder that is there is left as it is', async () => {
  const { found, root } = await find({ isKnown: true, made: true });
  expect(found).toEqual({ root, isNew: false, failures: [] });
  expect(await readdir(root)).toEqual([]);
});

test('a library of before whose disk is away is not made anew in its place', async () => {
  const { found, root, instead, names } = await find({ isKnown: true });
  const failures = [{ kind: 'library-away', path: root, opened: instead }];
  expect(found).toEqual({ root: instead, isNew: true, failures });
  expect(names).toEqual(['Fude']);
});

test('the one in the documents folder is made anew, and that is said', async () => {
  const { found, root } = await find({ isKnown: true, root: 'Fude' });
  expect(found).toEqual({ root, isNew: true, failures: [{ kind: 'library-anew', path: root }] });
});
