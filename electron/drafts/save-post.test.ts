import { chmod, mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asOrdinaryUser } from '../files/testing/faults.ts';
import { sha256 } from '../files/hash.ts';
import { failureFrom, postId, testLibrary } from './testing/test-library.ts';

const id = postId('a/index.md');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a save writes the text and answers the hash of the bytes on disk', async () => {
  const { library, read } = await testLibrary({ 'a/index.md': 'one\n' });
  const opened = await library.open(id);
  const saved = await library.save(id, 'two\n', opened.hash);
  expect(await read('a/index.md')).toBe('two\n');
  expect(saved.hash).toBe(sha256(bytes('two\n')));
  expect((await library.save(id, 'three\n', saved.hash)).hash).toBe(sha256(bytes('three\n')));
});

test('byte order mark and line ends of the file stay', async () => {
  const { library, read } = await testLibrary({ 'a/index.md': '\uFEFFone\r\ntwo\r\n' });
  const { text, hash } = await library.open(id);
  expect(text).toBe('one\ntwo\n');
  await library.save(id, 'one\nnew\ntwo\n', hash);
  expect(await read('a/index.md')).toBe('\uFEFFone\r\nnew\r\ntwo\r\n');
});

test('a save without an edit touches nothing', async () => {
  const { library, root } = await testLibrary({ 'a/index.md': 'one\r\ntwo\n' });
  const before = await stat(join(root, 'a/index.md'));
  const { text, hash } = await library.open(id);
  expect((await library.save(id, text, hash)).hash).toBe(hash);
  const after = await stat(join(root, 'a/index.md'));
  expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
});

test('a text that is as the file has it is saved, also when the file may not be written', async (context) => {
  const { library, root } = await testLibrary({ 'a/index.md': 'one\n' });
  const { text, hash } = await library.open(id);
  await chmod(join(root, 'a/index.md'), 0o444);
  const saved = await asOrdinaryUser(context, root, () => library.save(id, text, hash));
  expect(saved.hash).toBe(hash);
});

test('a version from outside is not written over, and the window is told of it', async () => {
  const { library, read, write, changes } = await testLibrary({ 'a/index.md': 'one' });
  const { hash } = await library.open(id);
  const told = changes.next('post');
  await write('a/index.md', 'two');
  const failure = await failureFrom(library.save(id, 'mine', hash));
  expect(failure.kind).toBe('changed-outside');
  expect((await told).post).toMatchObject({ id, text: 'two', hash: sha256(bytes('two')) });
  expect(await read('a/index.md')).toBe('two');
});

test('overwriting keeps the version from outside beside, where nobody takes it for a post', async () => {
  const { library, read, write, files } = await testLibrary({ 'a/index.md': 'one' });
  await library.open(id);
  await write('a/index.md', 'theirs');
  const saved = await library.overwrite(id, 'mine');
  expect(await read('a/index.md')).toBe('mine');
  expect(await read('a/index.outside-1.md~')).toBe('theirs');
  await library.save(id, 'mine 2', saved.hash);
  await write('a/index.md', 'theirs again');
  await library.overwrite(id, 'mine 3');
  expect(await files()).toEqual(['a/index.md', 'a/index.outside-1.md~', 'a/index.outside-2.md~']);
  expect((await library.list()).map((post) => post.id)).toEqual([id]);
});

test('overwriting what has the same text already keeps no copy', async () => {
  const { library, files } = await testLibrary({ 'a/index.md': 'same' });
  await library.overwrite(id, 'same');
  expect(await files()).toEqual(['a/index.md']);
});

test('a post that was deleted is missing for a save and made again by overwriting', async () => {
  const { library, read, root } = await testLibrary({ 'a/index.md': 'one', 'b.md': '' });
  const { hash } = await library.open(id);
  await rm(join(root, 'a'), { recursive: true });
  expect((await failureFrom(library.save(id, 'mine', hash))).kind).toBe('missing');
  const saved = await library.overwrite(id, 'mine');
  expect(await read('a/index.md')).toBe('mine');
  await library.save(id, 'mine 2', saved.hash);
});

test('a library that is gone is not made again', async () => {
  const { library, root } = await testLibrary({ 'a/index.md': 'one' });
  const { hash } = await library.open(id);
  await rename(root, `${root}-away`);
  expect((await failureFrom(library.save(id, 'mine', hash))).kind).toBe('missing');
  expect((await failureFrom(library.overwrite(id, 'mine'))).kind).toBe('missing');
  expect((await failureFrom(library.create('new', '2026-11-22'))).kind).toBe('missing');
  expect(await stat(root).catch(() => 'gone')).toBe('gone');
});

test('a folder in the place of the file, and a file that became something else than UTF-8, stay as they are', async () => {
  const { library, root, write } = await testLibrary({ 'a/index.md': 'one' });
  const { hash } = await library.open(id);
  await write('a/index.md', new Uint8Array([0xff, 0x00]));
  expect((await failureFrom(library.save(id, 'mine', hash))).kind).toBe('changed-outside');
  const now = await library.open(id);
  expect(now.readOnly).toBe('not-utf8');
  expect((await failureFrom(library.save(id, 'mine', now.hash))).kind).toBe('not-utf8');
  await rm(join(root, 'a/index.md'));
  await mkdir(join(root, 'a/index.md'));
  expect((await failureFrom(library.save(id, 'mine', hash))).kind).toBe('not-a-file');
});

test('a link stays a link', async () => {
  const { library, root, read } = await testLibrary({ '.store/real.md': 'one' });
  await symlink('.store/real.md', join(root, 'link.md'));
  const { hash } = await library.open(postId('link.md'));
  await library.save(postId('link.md'), 'two', hash);
  expect(await read('.store/real.md')).toBe('two');
});

test('a post larger than Fude takes is refused whole', async () => {
  const { library, read } = await testLibrary({ 'a/index.md': 'one' });
  const { hash } = await library.open(id);
  const large = 'x'.repeat(64 * 1024 * 1024 + 1);
  expect((await failureFrom(library.save(id, large, hash))).kind).toBe('too-large');
  expect((await failureFrom(library.create(large, '2026-11-22'))).kind).toBe('too-large');
  expect(await read('a/index.md')).toBe('one');
});

test('a save after a failed one works again, with the hash of before', async (context) => {
  const { library, root, read } = await testLibrary({ 'a/index.md': 'one' });
  const { hash } = await library.open(id);
  await asOrdinaryUser(context, root, async () => {
    const closed = postId('closed/index.md');
    await mkdir(join(root, 'closed'));
    await writeFile(join(root, closed), 'one');
    await chmod(join(root, 'closed'), 0o555);
    expect((await failureFrom(library.save(closed, 'two', hash))).kind).toBe('denied');
    expect(await read(closed)).toBe('one');
    await chmod(join(root, 'closed'), 0o755);
    await library.save(closed, 'two', hash);
    expect(await read(closed)).toBe('two');
  });
});

test.each([undefined, 5, null, { text: 'x' }])('%j is no text that a window sends', async (text) => {
  const { library } = await testLibrary({ 'a/index.md': 'one' });
  expect((await failureFrom(library.save(id, text as never, ''))).kind).toBe('refused');
  expect((await failureFrom(library.create(text as never, '2026-11-22'))).kind).toBe('refused');
});
