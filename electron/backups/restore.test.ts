import { readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../files/testing/faults.ts';
import { contentOf, desk, failureFrom, ids, nextDay, restored } from './testing/backed-up.ts';

test('the drill says that a backup is good, and which file is not', async () => {
  const made = await desk({ 'a.md': 'one', 'b.md': 'two' });
  await made.backups.daily();
  expect((await made.backups.state()).drill).toMatchObject({ files: 2, wrong: [] });
  expect(await readdir(made.folder)).not.toContain('.drill');
  const objects = join(made.folder, 'objects');
  const bytes = (await readdir(objects, { recursive: true })).filter((name) => name.length > 60);
  for (const name of bytes)
    if ((await readFile(join(objects, name), 'utf8')) === 'two') await writeFile(join(objects, name), 'owt');
  const good = (await made.backups.state()).lastGoodDrill;
  await made.backups.drill();
  const after = await made.backups.state();
  expect(after.drill?.wrong).toEqual(['b.md']);
  expect(after.lastGoodDrill).toBe(good);
  expect(made.failures).toEqual([{ kind: 'backup-unsound', folder: made.folder, count: 1, first: 'b.md' }]);
  // The next backup stores the bytes anew, and the drill that follows is good.
  nextDay(made);
  await made.backups.daily();
  expect((await made.backups.state()).drill?.wrong).toEqual([]);
});

test('a drill comes by itself once a week', async () => {
  const made = await desk({ 'a.md': 'one' });
  const drills: number[] = [];
  for (let day = 0; day < 15; day += 1) {
    await made.backups.daily();
    const at = (await made.backups.state()).drill?.at;
    if (at !== undefined && at !== drills.at(-1)) drills.push(at);
    nextDay(made);
  }
  expect(drills).toHaveLength(3);
});

test('a library is never restored into itself, nor over anything', async () => {
  const made = await desk({ 'a.md': 'one' });
  await made.backups.backup();
  const [id = ''] = await ids(made);
  for (const parent of [made.root, join(made.root, 'sub')])
    expect(await failureFrom(made.backups.restore(id, parent))).toEqual({
      kind: 'inside-library',
      path: parent,
    });
  const parent = await temporaryFolder();
  const first = await made.backups.restore(id, parent);
  const second = await made.backups.restore(id, parent);
  expect(second?.path).not.toBe(first?.path);
  expect(await readdir(parent)).toHaveLength(2);
  expect(await failureFrom(made.backups.restore('../x', parent))).toMatchObject({ kind: 'missing' });
});

test('one post comes back with its images, beside the living one', async () => {
  const post = '---\ntitle: 題\n---\none';
  const made = await desk({ 'p/index.md': post, 'p/i.png': 'image', 'alone.md': '# alone\n' });
  await made.backups.backup();
  const [id = ''] = await ids(made);
  await made.write('p/index.md', 'changed');
  await rm(join(made.root, 'alone.md'));
  expect((await made.backups.posts(id)).map(({ path, title }) => [path, title])).toEqual([
    ['p/index.md', '題'],
    ['alone.md', 'alone'],
  ]);
  expect(await made.backups.restorePost(id, 'p/index.md')).toBe('p-2/index.md');
  expect(await made.backups.restorePost(id, 'alone.md')).toBe('alone.md');
  expect(await failureFrom(made.backups.restorePost(id, '../out.md'))).toMatchObject({ kind: 'missing' });
  expect(await contentOf(made.root)).toEqual({
    'alone.md': '# alone\n',
    'p-2/i.png': 'image',
    'p-2/index.md': Buffer.from(post).toString('latin1'),
    'p/i.png': 'image',
    'p/index.md': 'changed',
  });
});

test('a manifest cut anywhere is kept beside and said; the other backups stand', async () => {
  const made = await desk({ 'a.md': 'one', 'b.md': 'two' });
  await made.backups.backup();
  const [first = ''] = await ids(made);
  const before = await restored(made, first);
  for (let cut = 0; cut < 20; cut += 1) {
    nextDay(made);
    await made.backups.backup();
    const [id = ''] = await ids(made);
    const path = join(made.folder, `${id}.jsonl`);
    const { size } = await stat(path);
    await truncate(path, Math.floor((size * cut) / 20));
    made.failures.length = 0;
    expect(await ids(made)).not.toContain(id);
    expect(made.failures).toEqual([{ kind: 'backup-damaged', path, kept: `${path}.damaged` }]);
    expect(await readdir(made.folder)).toContain(`${id}.jsonl.damaged`);
  }
  nextDay(made);
  await made.backups.backup();
  const [newest = ''] = await ids(made);
  expect(await restored(made, newest)).toEqual(before);
});
