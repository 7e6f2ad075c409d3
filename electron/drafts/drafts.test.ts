import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DraftBegun, DraftNews, EditBatch, TextMark } from '../../core/contract/draft.ts';
import { failureOf } from '../failures.ts';
import { sumOf, sumValue } from '../../core/post/text-sum.ts';
import { testLibrary, keepNothing, postId } from './testing/test-library.ts';

const nothing: DraftNews = { batches: [], saved: undefined, undo: undefined, place: undefined };
const news = (batches: readonly EditBatch[], more: Partial<DraftNews> = {}): DraftNews => ({
  ...nothing,
  ...more,
  batches,
});
const typed = (revision: number, at: number, insert: string): EditBatch => ({
  revision,
  edits: [{ from: at, to: at, insert }],
  length: at + insert.length,
});
function begunOf(answer: DraftBegun | 'resync'): DraftBegun {
  if (answer === 'resync') throw new Error('the journal did not begin');
  return answer;
}
const markOf = (revision: number, text: string): TextMark => ({
  revision,
  length: text.length,
  sum: sumValue(sumOf(text)),
});
const fresh = 'a'.repeat(24);
const start = { draft: fresh, post: undefined, revision: 0, text: '', hash: undefined };

test('a new post that never had a file gets one at the next start, once', async () => {
  const { library, reopen, read, files } = await testLibrary();
  await library.drafts.begin(start, news([typed(1, 0, 'one')]));
  await library.drafts.append(fresh, news([typed(2, 3, ' two')]));
  const again = await reopen();
  const post = await again.recover(keepNothing);
  expect(post).toBe(`${again.today()}/index.md`);
  expect(await read(`${again.today()}/index.md`)).toBe('one two');
  expect(await again.recover(keepNothing)).toBeUndefined();
  expect(await files()).toHaveLength(1);
});

test('a new post for which no file can be made is answered whole, and made at a later start', async () => {
  const { library, reopen, read, root } = await testLibrary();
  await library.drafts.begin(start, news([typed(1, 0, 'one')]));
  const again = await reopen();
  await rename(root, `${root}-away`);
  expect(await again.recover(keepNothing)).toMatchObject({
    draft: fresh,
    restored: { text: '', edits: [[{ insert: 'one' }]], unsavedSince: { text: '' } },
  });
  await rename(`${root}-away`, root);
  const later = await reopen();
  expect(await later.recover(keepNothing)).toBe(`${later.today()}/index.md`);
  expect(await read(`${later.today()}/index.md`)).toBe('one');
});

test('a new post whose file was made right before the crash is not made twice', async () => {
  const { library, reopen, read, files, userDataDir } = await testLibrary();
  await library.drafts.begin(start, news([typed(1, 0, 'one')]));
  const { id } = await library.create('one', library.today());
  await library.drafts.append(fresh, news([typed(2, 3, ' two')]));
  await library.close();
  // As it is when the process dies between the file and the note of whose it is.
  await rm(join(userDataDir, 'libraries'), { recursive: true, force: true });
  const other = await reopen();
  await other.drafts.begin(start, news([typed(1, 0, 'one'), typed(2, 3, ' two')]));
  const again = await reopen();
  expect(await again.recover(keepNothing)).toBe(id);
  expect(await read(id)).toBe('one two');
  expect(await files()).toHaveLength(1);
});

test('edits that were not saved are saved at the next start; undo and caret come with the post', async () => {
  const { library, reopen, read } = await testLibrary({ 'a.md': 'one' });
  const id = postId('a.md');
  const { hash } = await library.open(id);
  const place = { anchor: 3, head: 5, scroll: 1 };
  const { draft } = begunOf(
    await library.drafts.begin(
      { draft: undefined, post: id, revision: 0, text: 'one', hash },
      news([typed(1, 3, ' two')], { undo: { revision: 1, history: '[]' } }),
    ),
  );
  expect(await library.drafts.append(draft, news([typed(2, 7, '!')], { place }))).toBe('kept');
  const again = await reopen();
  expect(await again.recover(keepNothing)).toBe(id);
  expect(await read('a.md')).toBe('one two!');
  expect((await again.open(id)).draft).toEqual({
    text: 'one two',
    undo: '[]',
    edits: [[{ from: 7, to: 7, insert: '!' }]],
    place,
    unsavedSince: undefined,
  });
});

test('a file that changed meanwhile is not written; both versions reach the window', async () => {
  const { library, reopen, read, write } = await testLibrary({ 'a.md': 'one' });
  const id = postId('a.md');
  const { hash } = await library.open(id);
  await library.drafts.begin(
    { draft: undefined, post: id, revision: 0, text: 'one', hash },
    news([typed(1, 3, ' mine')]),
  );
  await library.close();
  await write('a.md', 'theirs');
  const again = await reopen();
  expect(await again.recover(keepNothing)).toBe(id);
  expect(await read('a.md')).toBe('theirs');
  const opened = await again.open(id);
  expect(opened).toMatchObject({ text: 'theirs', draft: { unsavedSince: { text: 'one', hash } } });
});

test('a save that was the last thing before the crash is known by its text', async () => {
  const { library, reopen, read } = await testLibrary({ 'a.md': 'one' });
  const id = postId('a.md');
  const { hash } = await library.open(id);
  await library.drafts.begin(
    { draft: undefined, post: id, revision: 0, text: 'one', hash },
    news([typed(1, 3, ' two'), typed(2, 7, ' three')]),
  );
  await library.save(id, 'one two', hash);
  const again = await reopen();
  expect(await again.recover(keepNothing)).toBe(id);
  expect(await read('a.md')).toBe('one two three');
});

test('a post that was left saved keeps its undo, for its file only, through a new name', async () => {
  const { library, reopen, write } = await testLibrary({ 'a.md': 'one' });
  const id = postId('a.md');
  const { hash } = await library.open(id);
  const { draft } = begunOf(
    await library.drafts.begin(
      { draft: undefined, post: id, revision: 0, text: 'one', hash },
      news([typed(1, 3, ' two')]),
    ),
  );
  const saved = await library.save(id, 'one two', hash);
  await library.drafts.append(
    draft,
    news([], { saved: { revision: 1, hash: saved.hash }, undo: { revision: 1, history: '[1]' } }),
  );
  await library.drafts.leave(draft);
  const renamed = await library.rename(id, 'b');
  const again = await reopen();
  expect(await again.recover(keepNothing)).toBeUndefined();
  expect((await again.open(renamed.id)).draft).toMatchObject({ text: 'one two', undo: '[1]', edits: [] });
  await write('b.md', 'another');
  expect((await again.open(renamed.id)).draft).toBeUndefined();
});

test('what does not follow asks for the whole text; a journal that is not open does, too', async () => {
  const { library } = await testLibrary();
  expect(await library.drafts.append(fresh, nothing)).toBe('resync');
  await library.drafts.begin(start, nothing);
  expect(await library.drafts.append(fresh, news([typed(2, 0, 'x')]))).toBe('resync');
  expect(await library.drafts.append(fresh, news([{ ...typed(1, 0, 'x'), length: 9 }]))).toBe('resync');
});

/** Puts a file where the folder of the journals was, so that nothing can be written there; answers how to undo it. */
async function breakJournals(userDataDir: string): Promise<() => Promise<void>> {
  const [library = ''] = await readdir(join(userDataDir, 'libraries'));
  const drafts = join(userDataDir, 'libraries', library, 'drafts');
  await mkdir(drafts, { recursive: true });
  await rename(drafts, `${drafts}-away`);
  await writeFile(drafts, 'in the way');
  return async () => {
    await rm(drafts);
    await rename(`${drafts}-away`, drafts);
  };
}

test('a journal that fails goes to the disk of the library, from where the next start brings the text back', async () => {
  const { library, reopen, read, root, userDataDir } = await testLibrary({ 'a.md': 'one' });
  const id = postId('a.md');
  const { hash } = await library.open(id);
  const filed = { draft: undefined, post: id, revision: 0, text: 'one', hash };
  const { draft, elsewhere } = begunOf(await library.drafts.begin(filed, news([typed(1, 3, ' two')])));
  expect(elsewhere).toBeUndefined();
  const mend = await breakJournals(userDataDir);
  const begun = await library.drafts.begin(filed, news([typed(1, 3, ' two'), typed(2, 7, ' three')]));
  expect(begun).toMatchObject({ draft, elsewhere: { folder: join(root, '.fude-drafts') } });
  expect(await library.drafts.append(draft, news([typed(3, 13, ' four')]))).toBe('kept');
  const again = await reopen();
  expect(await again.recover(keepNothing)).toBe(id);
  expect(await read('a.md')).toBe('one two three four');
  await mend();
  const mended = await reopen();
  await mended.recover(keepNothing);
  // The old copy in the app data was never taken for the newest, and the spare one is gone.
  expect(await read('a.md')).toBe('one two three four');
  expect(await readdir(root)).not.toContain('.fude-drafts');
});

test('a journal goes back into the app data by itself, and leaves nothing behind', async () => {
  const { library, root, userDataDir } = await testLibrary({ 'a.md': 'one' });
  const id = postId('a.md');
  const { hash } = await library.open(id);
  const filed = { draft: undefined, post: id, revision: 0, text: 'one', hash };
  const mend = await breakJournals(userDataDir);
  const { draft } = begunOf(await library.drafts.begin(filed, news([typed(1, 3, '!')])));
  expect(await readdir(root)).toContain('.fude-drafts');
  await mend();
  await expect.poll(() => library.drafts.append(draft, nothing)).toBe('resync');
  const back = await library.drafts.begin(filed, news([typed(1, 3, '!')]));
  expect(back).toEqual({ draft, elsewhere: undefined });
  expect(await readdir(root)).not.toContain('.fude-drafts');
});

test('when the library is gone too, the journal goes to the folder for temporary files', async () => {
  const { library, root, userDataDir } = await testLibrary({ 'a.md': 'one' });
  const id = postId('a.md');
  const { hash } = await library.open(id);
  const mend = await breakJournals(userDataDir);
  await rename(root, `${root}-away`);
  const filed = { draft: undefined, post: id, revision: 0, text: 'one', hash };
  const { draft, elsewhere } = begunOf(await library.drafts.begin(filed, news([typed(1, 3, '!')])));
  expect(elsewhere?.folder.startsWith(tmpdir())).toBe(true);
  expect(await readdir(elsewhere?.folder ?? '')).toEqual([`${draft}.journal`]);
  await rename(`${root}-away`, root);
  await mend();
  await expect.poll(() => library.drafts.append(draft, nothing)).toBe('resync');
  await library.drafts.begin(filed, news([typed(1, 3, '!')]));
  await expect(readdir(elsewhere?.folder ?? '')).rejects.toThrow('ENOENT');
});

test('a post is saved out of what its journal holds; of its text nothing but edits comes from the window', async () => {
  const { library, read } = await testLibrary({ 'a.md': 'one\r\n' });
  const id = postId('a.md');
  const { hash } = await library.open(id);
  const filed = { draft: undefined, post: id, revision: 0, text: undefined, hash };
  const { draft } = begunOf(await library.drafts.begin(filed, news([typed(1, 4, 'two')])));
  await library.drafts.append(draft, news([typed(2, 7, '\n')]));
  const saved = await library.drafts.save(draft, id, markOf(2, 'one\ntwo\n'), hash);
  expect(await read('a.md')).toBe('one\r\ntwo\r\n');
  expect(saved).toMatchObject({ hash: (await library.open(id)).hash });
});

test('a text that is not the one that the window means is not saved', async () => {
  const { library, read } = await testLibrary({ 'a.md': 'one', 'b.md': 'one' });
  const id = postId('a.md');
  const { hash } = await library.open(id);
  const filed = { draft: undefined, post: id, revision: 0, text: undefined, hash };
  const { draft } = begunOf(await library.drafts.begin(filed, news([typed(1, 3, ' two')])));
  const mark = markOf(1, 'one two');
  const save = (more: Partial<TextMark>, post = id, of = draft) =>
    library.drafts.save(of, post, { ...mark, ...more }, hash);
  expect(await save({ sum: mark.sum + 1 })).toBe('resync');
  expect(await save({ length: 8 })).toBe('resync');
  expect(await save({ revision: 2 })).toBe('resync');
  expect(await save({}, postId('b.md'))).toBe('resync');
  expect(await save({}, id, fresh)).toBe('resync');
  expect([await read('a.md'), await read('b.md')]).toEqual(['one', 'one']);
});

test('what another program wrote is not overwritten by what the journal holds', async () => {
  const { library, read, write } = await testLibrary({ 'a.md': 'one' });
  const id = postId('a.md');
  const { hash } = await library.open(id);
  const filed = { draft: undefined, post: id, revision: 0, text: undefined, hash };
  const { draft } = begunOf(await library.drafts.begin(filed, news([typed(1, 3, ' two')])));
  await write('a.md', 'theirs');
  const saving = library.drafts.save(draft, id, markOf(1, 'one two'), hash);
  expect(failureOf(await saving.catch((thrown: unknown) => thrown)).kind).toBe('changed-outside');
  expect(await read('a.md')).toBe('theirs');
});

test('a journal that is to begin from a file which is another one by now wants the text', async () => {
  const { library, write } = await testLibrary({ 'a.md': 'one' });
  const id = postId('a.md');
  const { hash } = await library.open(id);
  await write('a.md', 'theirs');
  const filed = { draft: undefined, post: id, revision: 0, text: undefined, hash };
  expect(await library.drafts.begin(filed, news([typed(1, 3, ' two')]))).toBe('resync');
  const { draft } = begunOf(
    await library.drafts.begin({ ...filed, text: 'one' }, news([typed(1, 3, ' two')])),
  );
  expect(await library.drafts.append(draft, news([typed(2, 7, '!')]))).toBe('kept');
});
