import fc from 'fast-check';
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../files/testing/faults.ts';
import { appDataOf } from './app-data.ts';
import { Graveyard } from './graveyard.ts';
import { History } from './history.ts';
import type { LibraryService } from './library-service.ts';
import { openLibrary } from './open-library.ts';
import { keepNothing, postId } from './testing/test-library.ts';

/** App data as the first version of each format wrote it; these files never change. */
const old = join(import.meta.dirname, 'testing/old-data/1');
const [left, open] = ['00958f73b3924d8af3976053', '5b85af3937f24c8707a31e8d'];
const files: Readonly<Record<string, string>> = {
  'left.journal': `drafts/left/${left}.journal`,
  'open.journal': `drafts/open/${open}.journal`,
  'left.history': `history/${left}.history`,
  'graveyard.log': 'graveyard.log',
};
const posts = { 'left.md': 'one two three', 'open.md': 'base' };

interface OldData {
  readonly root: string;
  readonly appData: string;
  readonly library: () => Promise<LibraryService>;
}

/** A library whose app data an older Fude wrote. */
async function oldData(): Promise<OldData> {
  const folder = await temporaryFolder();
  const [root, userDataDir] = [join(folder, 'library'), join(folder, 'data')];
  const appData = appDataOf(userDataDir, root);
  await mkdir(root);
  for (const [name, text] of Object.entries(posts)) await writeFile(join(root, name), text);
  for (const [name, path] of Object.entries(files)) {
    await mkdir(dirname(join(appData, path)), { recursive: true });
    await copyFile(join(old, name), join(appData, path));
  }
  await writeFile(join(appData, 'identities.json'), JSON.stringify({ 'left.md': left, 'open.md': open }));
  return { root, appData, library: () => openLibrary({ root, userDataDir, language: () => 'en' }) };
}

test('unsaved words of an older Fude come back, and the undo of a post that was left', async () => {
  const { root, library } = await oldData();
  const opened = await library();
  expect(await opened.recover(keepNothing)).toBe('open.md');
  expect(await readFile(join(root, 'open.md'), 'utf8')).toBe('base and words 一😀');
  const { draft } = await opened.open(postId('left.md'));
  const undo = await readFile(join(old, 'undo.txt'), 'utf8');
  expect(draft).toMatchObject({ text: 'one two three', undo, edits: [], unsavedSince: undefined });
  await opened.close();
});

test('the history and the deleted texts of an older Fude are there', async () => {
  const { appData } = await oldData();
  const history = new History(join(appData, 'history'));
  const versions = await history.versions(left);
  const texts = await Promise.all(
    versions.map(async ({ hash }) => Buffer.from(await history.read(left, hash)).toString()),
  );
  expect(versions.map(({ why }) => why)).toEqual(['found', 'save', 'save', 'export']);
  expect(texts).toEqual(['one', 'one two', 'one two three', 'one two three']);
  await history.close();
  const graveyard = new Graveyard(join(appData, 'graveyard.log'), () => 1_790_000_000_001);
  const [lost] = await graveyard.find('sentence', undefined);
  expect(await graveyard.read(lost?.id ?? '')).toBe('A long sentence that was deleted some day.');
  await graveyard.close();
});

test('what a newer Fude wrote is left alone byte for byte, and said; the words go elsewhere', async () => {
  const { root, appData, library } = await oldData();
  const newer = Buffer.from('FUDELOG2 in another way');
  for (const path of Object.values(files)) await writeFile(join(appData, path), newer);
  const opened = await library();
  await opened.recover(keepNothing);
  const id = postId('open.md');
  const { hash } = await opened.open(id);
  const batch = { revision: 1, edits: [{ from: 4, to: 4, insert: '!' }], length: 5 };
  const begun = await opened.drafts.begin(
    { draft: undefined, post: id, revision: 0, text: 'base', hash },
    { batches: [batch], saved: undefined, undo: undefined, place: undefined },
  );
  if (begun === 'resync') throw new Error('The journal was not begun.');
  expect(begun.elsewhere?.failure.kind).toBe('newer-format');
  await opened.save(id, 'base!', hash);
  await opened.drafts.leave(begun.draft);
  await opened.close();
  for (const path of Object.values(files)) expect(await readFile(join(appData, path))).toEqual(newer);
  expect(await readdir(dirname(join(appData, files['open.journal'] ?? '')))).toEqual([`${open}.journal`]);
  expect(await readFile(join(root, 'open.md'), 'utf8')).toBe('base!');
});

test('app data cut or changed at any byte never keeps a post from being opened and saved', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(files), 'identities.json'),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom('cut' as const, 'changed' as const),
      async (path, share, how) => {
        const { root, appData, library } = await oldData();
        const bytes = await readFile(join(appData, path));
        const at = Math.floor(share * (bytes.length - 1));
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 0x55;
        await writeFile(join(appData, path), how === 'cut' ? bytes.subarray(0, at) : changed);
        const opened = await library();
        await opened.recover(keepNothing);
        expect(['base', 'base and words 一😀']).toContain(await readFile(join(root, 'open.md'), 'utf8'));
        for (const id of [postId('left.md'), postId('open.md')]) {
          const { text, hash } = await opened.open(id);
          await opened.save(id, `${text} more`, hash);
          expect(await readFile(join(root, id), 'utf8')).toBe(`${text} more`);
        }
        expect((await opened.open(postId('left.md'))).text).toBe('one two three more');
        await opened.close();
      },
    ),
    { numRuns: 40 },
  );
});
