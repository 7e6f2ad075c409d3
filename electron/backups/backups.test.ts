import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asOrdinaryUser, smallDisk } from '../files/testing/faults.ts';
import { takeBackup } from './take-backup.ts';
import { contentOf, desk, failureFrom, ids, nextDay, restored } from './testing/backed-up.ts';

test('a library comes back byte for byte: posts, images, trash, odd names, links as links', async (context) => {
  const made = await desk({
    '2026-11-22-a/index.md': 'one\r\n',
    '2026-11-22-a/写真 1.png': new Uint8Array([0, 255, 10, 13]),
    'blog.yaml': 'title: x\n',
    '.fude-trash/0123456789abcdef/content/index.md': 'thrown away\n',
    '🎉 "quoted", back\\slash\nnewline.md': 'x',
    ['が.md'.normalize('NFC')]: 'nfc',
    ['が.md'.normalize('NFD')]: 'nfd',
    'empty.md': '',
  });
  await symlink('2026-11-22-a/index.md', join(made.root, 'link.md'));
  await symlink('/etc', join(made.root, 'out'));
  await symlink('.', join(made.root, 'circle'));
  if (process.platform === 'win32') context.skip('Windows has no FIFOs in folders');
  const before = await contentOf(made.root);
  execFileSync('mkfifo', [join(made.root, 'fifo.md')]);
  expect(await made.backups.backup()).toBe(true);
  const [id = ''] = await ids(made);
  expect(id).toBe('000001-2026-11-22');
  expect(await restored(made, id)).toEqual(before);
});

test('what others make anew is left out, what an author made is not', async () => {
  const made = await desk({
    'hugo.toml': '',
    'content/posts/a/index.md': 'a',
    'themes/own/main.css': 'b',
    'static/c.png': 'c',
    'public/a/index.html': 'built',
    'resources/_gen/x': 'built',
    'node_modules/x/index.js': 'fetched',
    '.git/HEAD': 'git',
    '.fude-lock': '{}',
    'content/.fude-12-0a1b2c.tmp': 'half',
  });
  await made.backups.backup();
  const [id = ''] = await ids(made);
  expect(Object.keys(await restored(made, id))).toEqual([
    'content/posts/a/index.md',
    'hugo.toml',
    'static/c.png',
    'themes/own/main.css',
  ]);
});

test('the same bytes lie on the disk once, however often they are backed up', async () => {
  const picture = new Uint8Array(1_000_000).fill(7);
  const made = await desk({ 'a/p.png': picture, 'b/p.png': picture, 'a.md': 'one' });
  await made.backups.backup();
  const object = async (): Promise<readonly string[]> =>
    (await readdir(join(made.folder, 'objects'), { recursive: true })).filter((name) => name.length > 60);
  const first = await object();
  expect(first).toHaveLength(2);
  const before = await Promise.all(first.map((name) => stat(join(made.folder, 'objects', name))));
  for (let day = 0; day < 3; day += 1) {
    nextDay(made);
    await made.backups.daily();
  }
  expect(await ids(made)).toHaveLength(4);
  const after = await Promise.all(first.map((name) => stat(join(made.folder, 'objects', name))));
  expect(after.map(({ ino, mtimeMs }) => [ino, mtimeMs])).toEqual(
    before.map(({ ino, mtimeMs }) => [ino, mtimeMs]),
  );
  expect((await made.backups.state()).bytes).toBe(1_000_003);
});

test('a change that keeps size and time is backed up all the same', async () => {
  const made = await desk({ 'a.md': 'one' });
  const time = new Date(2020, 1, 1);
  await utimes(join(made.root, 'a.md'), time, time);
  await made.backups.backup();
  await made.write('a.md', 'two');
  await utimes(join(made.root, 'a.md'), time, time);
  nextDay(made);
  await made.backups.backup();
  const [second = '', first = ''] = await ids(made);
  expect(await restored(made, first)).toEqual({ 'a.md': 'one' });
  expect(await restored(made, second)).toEqual({ 'a.md': 'two' });
});

test('one a day by itself, none when it is switched off, another by hand', async () => {
  const made = await desk({ 'a.md': 'one' });
  made.plan = { ...made.plan, on: false };
  await made.backups.daily();
  expect(await ids(made)).toEqual([]);
  made.plan = { ...made.plan, on: true };
  await made.backups.daily();
  await made.backups.daily();
  expect(await ids(made)).toEqual(['000001-2026-11-22']);
  await made.backups.backup();
  expect((await ids(made))[0]).toBe('000002-2026-11-22');
  // A clock that was set back makes one more and loses none of the order.
  made.now = new Date(2020, 0, 1);
  await made.backups.daily();
  expect((await ids(made))[0]).toBe('000003-2020-01-01');
});

test('stopped at any moment, the backups before are as they were and the next one is whole', async () => {
  const made = await desk({ 'a.md': 'one' });
  await made.backups.backup();
  const [first = ''] = await ids(made);
  for (let stop = 0; stop <= 6; stop += 1) {
    for (let file = 0; file < 5; file += 1)
      await made.write(`${String(file)}.png`, `${String(stop)} ${String(file)}`);
    nextDay(made);
    const abort = new AbortController();
    let steps = 0;
    const stopped = takeBackup({
      root: made.root,
      folder: made.folder,
      without: [],
      limit: 1e9,
      now: made.now,
      signal: abort.signal,
      told: () => undefined,
      progress: () => {
        steps += 1;
        if (steps === stop) abort.abort();
      },
    });
    if (stop === 0) abort.abort();
    expect((await failureFrom(stopped))?.kind).toBe('internal');
    expect(await ids(made)).toEqual([first]);
    expect(await restored(made, first)).toEqual({ 'a.md': 'one' });
  }
  expect(await made.backups.backup()).toBe(true);
  const [newest = ''] = await ids(made);
  expect(await restored(made, newest)).toEqual(await contentOf(made.root));
  expect((await readdir(join(made.folder, 'objects'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('quitting calls off what is being made, and nothing new is begun', async () => {
  const made = await desk({ 'a.md': 'one' });
  await made.backups.backup();
  for (let at = 0; at < 50; at += 1) await made.write(`${String(at)}.png`, new Uint8Array(100_000).fill(at));
  const [running, waiting] = [made.backups.backup(), made.backups.drill()];
  await made.backups.close();
  expect([await running, await waiting]).toEqual([false, false]);
  expect(await ids(made)).toHaveLength(1);
  await made.backups.daily();
  expect(await ids(made)).toHaveLength(1);
});

test('a full disk stops a backup, is said once, and spoils none that is there', async (context) => {
  const disk = await smallDisk(context, 2000);
  const made = await desk({ 'a.md': 'one' }, disk);
  await made.backups.daily();
  await made.write('large.png', new Uint8Array(3_000_000).fill(1));
  nextDay(made);
  await made.backups.daily();
  await made.backups.daily();
  expect(made.failures.map(({ kind }) => kind)).toEqual(['disk-full']);
  const [only = '', ...more] = await ids(made);
  expect(more).toEqual([]);
  expect(await restored(made, only)).toEqual({ 'a.md': 'one' });
  await rm(join(made.root, 'large.png'));
  await made.backups.daily();
  expect(await ids(made)).toHaveLength(2);
  expect((await made.backups.state()).failure).toBeUndefined();
});

test('a chosen folder on a disk that is not there is said, and not made anew', async () => {
  const made = await desk({ 'a.md': 'one' });
  const disk = join(made.folder, 'disk');
  made.plan = { ...made.plan, chosen: true, folder: join(disk, 'library') };
  await made.backups.daily();
  expect(made.failures).toEqual([{ kind: 'missing', path: disk }]);
  await mkdir(disk, { recursive: true });
  await made.backups.daily();
  expect(await ids(made)).toHaveLength(1);
});

test('a library larger than its backups may be is refused before anything is copied', async () => {
  const made = await desk({ 'a.png': new Uint8Array(5000) });
  made.plan = { ...made.plan, limit: 4000 };
  expect(await failureFrom(made.backups.backup())).toEqual({
    kind: 'backup-too-large',
    path: made.root,
    size: 5000,
    limit: 4000,
  });
  expect(await ids(made)).toEqual([]);
});

test('within the size the oldest go first, with the bytes that only they named', async () => {
  const made = await desk();
  made.plan = { ...made.plan, limit: 2500 };
  for (let day = 0; day < 4; day += 1) {
    await made.write('a.png', new Uint8Array(1000).fill(day));
    await made.backups.backup();
    nextDay(made);
  }
  expect(await ids(made)).toEqual(['000004-2026-11-25', '000003-2026-11-24']);
  const objects = await readdir(join(made.folder, 'objects'), { recursive: true });
  expect(objects.filter((name) => name.length > 60)).toHaveLength(2);
});

test('a file whose name is no Unicode is told as one that is not backed up', async (context) => {
  if (process.platform !== 'linux') context.skip('other systems have no such names');
  const made = await desk({ 'a.md': 'one' });
  await writeFile(
    Buffer.concat([Buffer.from(`${made.root}/`), Buffer.from([0x82, 0xa0, 0x2e, 0x6d, 0x64])]),
    'x',
  );
  await made.backups.backup();
  expect((await made.backups.state()).backups[0]).toMatchObject({ files: 1, unread: 1 });
});

test('a file that may not be read is named, the rest is backed up', async (context) => {
  const made = await desk({ 'a.md': 'one', 'closed.md': 'secret' });
  await chmod(join(made.root, 'closed.md'), 0o000);
  await chmod(join(made.folder, '..'), 0o777);
  await asOrdinaryUser(context, made.root, () => made.backups.backup());
  const [newest] = (await made.backups.state()).backups;
  expect(newest).toMatchObject({ files: 1, unread: 1 });
});

test('backups that cannot be written are said, and nothing else stops', async () => {
  const made = await desk({ 'a.md': 'one' });
  await writeFile(made.folder, 'a file in the place of the folder');
  await made.backups.daily();
  await made.backups.daily();
  expect(made.failures).toHaveLength(1);
  expect((await made.backups.state()).backups).toEqual([]);
  await rm(made.folder);
  await mkdir(made.folder);
  await made.backups.daily();
  expect(await ids(made)).toHaveLength(1);
});
