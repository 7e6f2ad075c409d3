import fc from 'fast-check';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HistoryOf } from '../../core/contract/history.ts';
import type { LibraryService } from './library-service.ts';
import { failureFrom, postId, testLibrary } from './testing/test-library.ts';

const a = postId('a.md');
const of = (post = a): HistoryOf => ({ kind: 'post', post });
const long = 'A sentence that somebody wrote. '.repeat(20);

async function save(library: LibraryService, text: string, post = a): Promise<void> {
  const { hash } = await library.open(post);
  await library.save(post, text, hash);
}

/** What each version is and says, oldest first. */
async function told(library: LibraryService, whose = of()): Promise<readonly string[]> {
  const versions = (await library.history.list(whose)).toReversed();
  return Promise.all(
    versions.map(async ({ why, hash }) => `${why}: ${await library.history.read(whose, hash)}`),
  );
}

test('what was there before the first save, saves of a minute and their last are kept', async () => {
  const { library } = await testLibrary({ 'a.md': 'found' });
  await save(library, 'found, one');
  await save(library, 'found, one, two');
  await save(library, 'found, one, two, three');
  expect(await told(library)).toEqual(['found: found', 'save: found, one', 'save: found, one, two, three']);
});

test('a new post has no version of its first letter, and one of what it was when nothing came after', async () => {
  const { library } = await testLibrary();
  const { id } = await library.create('A', '2026-11-22');
  await save(library, 'A post', id);
  expect(await told(library, of(id))).toEqual(['save: A post']);
  const other = await library.create('Only this', '2026-11-22');
  expect(await told(library, of(other.id))).toEqual(['save: Only this']);
});

test('a change from outside is kept with what the window was given before it', async () => {
  const { library, write, changes } = await testLibrary({ 'a.md': 'as it was opened' });
  await library.open(a);
  const told1 = changes.next('post');
  await write('a.md', 'theirs');
  await told1;
  expect(await told(library)).toEqual(['found: as it was opened', 'outside: theirs']);
});

test('both versions of a conflict are kept, whichever the author takes', async () => {
  const { library, write } = await testLibrary({ 'a.md': 'base' });
  const { hash } = await library.open(a);
  await write('a.md', 'theirs');
  expect((await failureFrom(library.save(a, 'mine', hash))).kind).toBe('changed-outside');
  await library.history.keep(a, 'mine', 'mine');
  expect(await told(library)).toEqual(['found: base', 'outside: theirs', 'mine: mine']);
});

test('a save that drops most of a post keeps it first and says so', async () => {
  const { library, userDataDir } = await testLibrary({ 'a.md': long });
  const { hash } = await library.open(a);
  const { shrunk } = await library.save(a, 'short', hash);
  expect(shrunk).toEqual({ hash, part: 'text' });
  // Without waiting for anything else: the longer version was there before the save answered.
  const folder = join(userDataDir, 'libraries');
  const names = await readdir(folder, { recursive: true });
  expect(names.filter((name) => name.endsWith('.history'))).toHaveLength(1);
  expect(await told(library)).toEqual([`shrink: ${long}`, 'save: short']);
  await save(library, 'short, and more of it than before');
  const header = `---\ntitle: A title that is long enough\n---\n${long}`;
  const put = await library.save(a, header, (await library.open(a)).hash);
  expect(put.shrunk).toBeUndefined();
  expect((await library.save(a, long, put.hash)).shrunk).toEqual({ hash: put.hash, part: 'header' });
});

test('any version comes back byte for byte, and what stood there is kept first', async () => {
  const { library, root, write } = await testLibrary({ 'a.md': 'x' });
  const lines = fc.array(fc.constantFrom('one', '', '二', ' trailing ', '\uFEFFmark'), { maxLength: 6 });
  const ends = fc.constantFrom('\n', '\r\n', '\r');
  const file = fc
    .tuple(lines, fc.array(ends, { minLength: 6, maxLength: 6 }), fc.boolean())
    .map(
      ([parts, between, bom]) =>
        (bom ? '\uFEFF' : '') + parts.map((line, at) => line + (between[at] ?? '\n')).join(''),
    );
  await fc.assert(
    fc.asyncProperty(file, file, async (old, newer) => {
      fc.pre(old !== newer && old !== '');
      await write('a.md', old);
      const opened = await library.open(a);
      await library.history.keep(a, opened.text, 'mine');
      await write('a.md', newer);
      const { hash } = await library.open(a);
      const restored = await library.history.restore(a, opened.hash, hash);
      expect(await readFile(join(root, 'a.md'), 'utf8')).toBe(old);
      expect(restored.hash).toBe(opened.hash);
      const back = await library.history.restore(a, hash, restored.hash);
      expect(await readFile(join(root, 'a.md'), 'utf8')).toBe(newer);
      expect(back.text).toBe(newer.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
    }),
    { numRuns: 60 },
  );
});

test('a version is not put over one that the window has not seen', async () => {
  const { library, write, read } = await testLibrary({ 'a.md': 'one' });
  await save(library, 'two');
  const { hash } = await library.open(a);
  const [, first] = await library.history.list(of());
  await write('a.md', 'theirs');
  expect((await failureFrom(library.history.restore(a, first?.hash ?? '', hash))).kind).toBe(
    'changed-outside',
  );
  expect(await read('a.md')).toBe('theirs');
  expect((await failureFrom(library.history.read(of(), 'none'))).kind).toBe('missing');
});

test('an export is a version with its label, also right after a save', async () => {
  const { library } = await testLibrary({ 'a.md': 'one' });
  await save(library, 'two');
  await library.history.exported(a, 'hugo');
  await library.history.exported(a, 'hugo');
  await library.history.exported(a, 'zenn');
  const versions = await library.history.list(of());
  expect(versions.map(({ why, label }) => `${why} ${label ?? ''}`)).toEqual([
    'export zenn',
    'export hugo',
    'save ',
    'found ',
  ]);
});

test('the history goes with its post through a new name, a restart and damaged identities', async () => {
  const { library, reopen, userDataDir } = await testLibrary({ 'a.md': 'one' });
  await save(library, 'one, two');
  const { id } = await library.rename(a, 'b');
  const again = await reopen();
  expect(await told(again, of(id))).toEqual(['found: one', 'save: one, two']);
  expect(await told(again)).toEqual([]);
  await again.close();
  const [folder = ''] = await readdir(join(userDataDir, 'libraries'));
  await writeFile(join(userDataDir, 'libraries', folder, 'identities.json'), '{"a.m');
  const mended = await reopen();
  expect(await told(mended, of(id))).toEqual(['found: one', 'save: one, two']);
});

test('a history that fails or is damaged blocks no save, and is said once', async () => {
  const { library, changes, userDataDir, read } = await testLibrary({ 'a.md': long });
  const [folder = ''] = await readdir(join(userDataDir, 'libraries'));
  const place = join(userDataDir, 'libraries', folder, 'history');
  await rm(place, { recursive: true, force: true });
  await writeFile(place, 'not a folder');
  const trouble = changes.next('historyTrouble');
  const { hash } = await library.open(a);
  const saved = await library.save(a, 'short', hash);
  expect(saved.shrunk).toBeUndefined();
  await trouble;
  await save(library, 'short, again');
  await save(library, 'short, and again');
  expect(await read('a.md')).toBe('short, and again');
  expect(changes.all.filter(({ kind }) => kind === 'historyTrouble')).toHaveLength(1);
  expect(await library.history.list(of())).toEqual([]);
  await rm(place);
  await mkdir(place);
  await save(library, 'short, and it works');
  expect(await told(library)).toContain('save: short, and it works');
});

test('a trashed post keeps its history, which goes when it is deleted for good', async () => {
  const { library, reopen, userDataDir, root } = await testLibrary({
    'p/index.md': 'one',
    'p/a.png': 'png',
    'q/index.md': 'q',
  });
  const p = postId('p/index.md');
  await save(library, 'one, two', p);
  const { ticket } = await library.trash(p);
  const again = await reopen();
  const [row] = await again.trashed.list();
  expect(row).toMatchObject({ ticket, id: 'p/index.md', title: 'one, two', images: 1 });
  expect(await again.trashed.read(ticket)).toBe('one, two');
  const gone = ['found: one', 'save: one, two'];
  expect(await told(again, { kind: 'trashed', ticket })).toEqual(gone);
  // Another post at its place has nothing of it.
  await mkdir(join(root, 'p'));
  await writeFile(join(root, 'p/index.md'), 'another');
  expect(await told(again, of(p))).toEqual([]);
  const back = await again.restore(ticket);
  expect(back).toBe('p-2/index.md');
  expect(await told(again, of(back))).toEqual(gone);
  expect(await again.trashed.list()).toEqual([]);

  const second = await again.trash(back);
  await again.trashed.remove(second.ticket);
  expect(await again.trashed.list()).toEqual([]);
  expect(await readdir(root)).not.toContain('.fude-trash');
  const names = await readdir(join(userDataDir, 'libraries'), { recursive: true });
  expect(names.filter((name) => name.endsWith('.history'))).toEqual([]);
  expect((await failureFrom(again.trashed.remove(second.ticket))).kind).toBe('missing');
});

test('posts in the trash are listed in the order in which they went, damaged records too', async () => {
  const { library, root } = await testLibrary({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c' });
  const tickets: string[] = [];
  for (const name of ['b.md', 'a.md', 'c.md']) tickets.push((await library.trash(postId(name))).ticket);
  expect((await library.trashed.list()).map(({ id }) => id)).toEqual(['c.md', 'a.md', 'b.md']);
  await writeFile(join(root, '.fude-trash', tickets[1] ?? '', 'post.json'), '{"id":');
  const [, , damaged] = await library.trashed.list();
  expect(damaged).toMatchObject({ title: '', trashedAt: undefined });
  expect(await library.restore(tickets[1] ?? '')).toBe('restored.md');
});
