import { execFileSync } from 'node:child_process';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../failures.ts';
import { sha256 } from '../files/hash.ts';
import { temporaryFolder } from '../files/testing/faults.ts';
import { findDestination } from './destination.ts';
import { fileOf } from './prepare.ts';
import { putInPlace } from './swap.ts';
import type { Placement } from './swap.ts';
import { isHalfDone, recover, undoName } from './take-back.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function placements(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly Placement[]> {
  return Promise.all(
    Object.entries(files).map(async ([path, content]) => {
      const file = fileOf(path, bytesOf(content));
      return { file, destination: await findDestination(folder, path) };
    }),
  );
}

async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

async function fill(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

const nothing = () => Promise.resolve();
const old = { 'a.html': 'old a', 'a/1.png': 'old 1' };
const fresh = { 'a/1.png': 'new 1', 'a/deep/2.png': 'new 2', 'a.html': 'new a' };

describe('a swap', () => {
  test('is whole', async () => {
    const folder = await temporaryFolder();
    await fill(folder, old);
    await putInPlace(folder, await placements(folder, fresh), nothing);
    expect(await contents(folder)).toEqual({ ...old, ...fresh });
  });

  test('that is called off changes nothing', async () => {
    const folder = await temporaryFolder();
    await fill(folder, old);
    const calledOff = putInPlace(folder, await placements(folder, fresh), () =>
      Promise.reject(new Error('no')),
    );
    await expect(calledOff).rejects.toThrow('no');
    expect(await contents(folder)).toEqual(old);
  });

  test('that fails half-way puts back what was there', async () => {
    const folder = await temporaryFolder();
    await fill(folder, old);
    const planned = await placements(folder, fresh);
    // Somebody is quicker: the last file is a folder by the time it is put in place.
    const failed = putInPlace(folder, planned, async () => {
      await rm(join(folder, 'a.html'));
      await mkdir(join(folder, 'a.html'));
    });
    expect(await failed.catch(failureOf)).toMatchObject({ kind: expect.any(String) });
    await rm(join(folder, 'a.html'), { recursive: true });
    expect(await contents(folder)).toEqual({ 'a/1.png': 'old 1' });
    expect(await readdir(folder)).toEqual(['a']);
    expect(await readdir(join(folder, 'a'))).toEqual(['1.png']);
  });

  test('never takes a name that came into use meanwhile', async () => {
    const folder = await temporaryFolder();
    const planned = await placements(folder, { 'x.html': 'new' });
    const failed = putInPlace(folder, planned, () => writeFile(join(folder, 'x.html'), 'theirs'));
    expect(await failed.catch(failureOf)).toEqual({ kind: 'exists', path: join(folder, 'x.html') });
    expect(await contents(folder)).toEqual({ 'x.html': 'theirs' });
  });

  test('refuses bytes that are no longer those of the plan', async () => {
    const folder = await temporaryFolder();
    const [planned] = await placements(folder, { 'x.html': 'planned' });
    if (planned?.file === undefined) throw new Error('nothing planned');
    const changed = { ...planned, file: { ...planned.file, bytes: () => Promise.resolve(bytesOf('other')) } };
    expect(await putInPlace(folder, [changed], nothing).catch(failureOf)).toMatchObject({
      kind: 'changed-outside',
    });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('what a killed export leaves', () => {
  /** The id of a process that is no more. */
  const dead = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));

  test('is taken back', async () => {
    const folder = await temporaryFolder();
    const stage = `.fude-export-${String(dead)}-00ff`;
    const file = (path: string) => join(folder, path);
    const steps = [
      { file: file('a/1.png'), hash: sha256(bytesOf('new 1')), present: true },
      { file: file('a/deep/2.png'), hash: sha256(bytesOf('new 2')), present: false },
      { file: file('a.html'), hash: sha256(bytesOf('new a')), present: true },
    ];
    // Killed after the second of three renames.
    await fill(folder, { ...old, 'a/1.png': 'new 1', 'a/deep/2.png': 'new 2' });
    await fill(file(stage), {
      '0.old': 'old 1',
      '2': 'new a',
      [undoName]: JSON.stringify({ steps, folders: [file('a/deep')] }),
    });
    await recover(folder);
    expect(await contents(folder)).toEqual(old);
    expect(await readdir(folder)).toEqual(['a', 'a.html']);
    expect(await readdir(file('a'))).toEqual(['1.png']);
  });

  test('before the first rename or after the last is only cleared away', async () => {
    const folder = await temporaryFolder();
    await fill(folder, fresh);
    await fill(join(folder, `.fude-export-${String(dead)}-01`), { '0': 'staged', '1.old': 'old' });
    await fill(join(folder, `.fude-export-${String(dead)}-02`), { [undoName]: '{"steps": [' });
    await recover(folder);
    expect(await contents(folder)).toEqual(fresh);
  });

  test('never reaches out of the folder, whoever wrote the list', async () => {
    const top = await temporaryFolder();
    const folder = join(top, 'out');
    await fill(top, { 'mine.txt': 'mine', 'out/x.html': 'x' });
    const steps = [{ file: join(top, 'mine.txt'), hash: sha256(bytesOf('mine')), present: false }];
    await fill(join(folder, `.fude-export-${String(dead)}-03`), {
      '0.old': 'theirs',
      [undoName]: JSON.stringify({ steps, folders: [] }),
    });
    await recover(folder);
    expect(await contents(top)).toEqual({ 'mine.txt': 'mine', 'out/x.html': 'x' });
  });

  test('of a living Fude stops the next export', async () => {
    const folder = await temporaryFolder();
    const stat = await readFile(`/proc/${String(process.ppid)}/stat`, 'utf8');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    const stage = `.fude-export-${String(process.ppid)}-${started}-04`;
    await mkdir(join(folder, stage));
    expect(await recover(folder).catch(failureOf)).toEqual({ kind: 'export-in-use', path: folder });
    expect(await readdir(folder)).toEqual([stage]);
    // Another process that got the same id is not that Fude.
    await rename(join(folder, stage), join(folder, `.fude-export-${String(process.ppid)}-1-04`));
    await recover(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  test('and was edited since stays as edited', async () => {
    const folder = await temporaryFolder();
    const stage = `.fude-export-${String(dead)}-05`;
    const steps = [{ file: join(folder, 'a.html'), hash: sha256(bytesOf('new a')), present: true }];
    await fill(folder, { 'a.html': 'mended by hand' });
    await fill(join(folder, stage), { '0.old': 'old a', [undoName]: JSON.stringify({ steps, folders: [] }) });
    expect(await isHalfDone(folder)).toBe(true);
    await recover(folder);
    expect(await isHalfDone(folder)).toBe(false);
    expect(await contents(folder)).toEqual({ 'a.html': 'mended by hand' });
  });
});
