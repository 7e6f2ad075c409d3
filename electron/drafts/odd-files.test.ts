import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { failureFrom, postId, testLibrary } from './testing/test-library.ts';

test('FIFOs, sockets, devices, folders and circles are told, not opened, and nobody waits for them', async (context) => {
  if (process.platform === 'win32') context.skip('none of them lies in a folder of Windows');
  const { root, library } = await testLibrary({ 'a.md': 'one\n', 'folder.md/x.txt': '' });
  execFileSync('mkfifo', [join(root, 'fifo.md')]);
  const server = createServer();
  server.listen(join(root, 'socket.md'));
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  await symlink('circle.md', join(root, 'circle.md'));
  await symlink('/dev/zero', join(root, 'device.md'));
  await symlink('..', join(root, 'up'));
  expect((await library.list()).map(({ id }) => id)).toEqual(['a.md']);
  for (const [name, kind] of [
    ['fifo.md', 'not-a-file'],
    ['socket.md', 'not-a-file'],
    ['folder.md', 'not-a-file'],
    ['circle.md', 'not-a-file'],
    ['device.md', 'bad-name'],
    ['up/up/a.md', 'bad-name'],
  ] as const) {
    expect([name, (await failureFrom(library.open(postId(name)))).kind]).toEqual([name, kind]);
    expect((await failureFrom(library.save(postId(name), 'x', 'y'))).kind).toBe(kind);
    expect((await failureFrom(library.overwrite(postId(name), 'x'))).kind).toBe(kind);
  }
});

test('twins in both Unicode forms stay apart through a save, a rename and the trash', async (context) => {
  const [nfc, nfd] = ['が.md'.normalize('NFC'), 'が.md'.normalize('NFD')];
  const { library, read, files } = await testLibrary({ [nfc]: 'nfc\n', [nfd]: 'nfd\n' });
  if ((await files()).length === 1) context.skip('this disk takes both forms for one name');
  for (const name of [nfc, nfd]) {
    const { text, hash } = await library.open(postId(name));
    await library.save(postId(name), `${text}more\n`, hash);
  }
  expect([await read(nfc), await read(nfd)]).toEqual(['nfc\nmore\n', 'nfd\nmore\n']);
  const { ticket } = await library.trash(postId(nfd));
  expect(await files()).toContain(nfc);
  await library.restore(ticket);
  expect([await read(nfc), await read(nfd)]).toEqual(['nfc\nmore\n', 'nfd\nmore\n']);
});

const longest = `${'あ'.repeat(84)}.md`;

test.each([
  ['255 bytes', longest],
  ['255 bytes of folder', `${'a'.repeat(255)}/index.md`],
  ['emoji', '👩‍👩‍👧‍👦 🎉.md'],
  ['a leading dot', '.hidden.md'],
  ['a dot at the end of the folder', 'folder./index.md'],
  ['a name that Windows keeps', 'con.md'],
  ['signs that Windows has not', 'a<b>:"|?*.md'],
  ['a blank and a newline', ' a\nb .md'],
  ['an option', '-rf.md'],
])(
  'an existing post named with %s opens, saves, is kept over another version, copied and thrown away',
  async (_what, name) => {
    const { library, write, read, files } = await testLibrary({ [name]: 'one\n' });
    const { id, hash } = await library.open(postId(name));
    expect(id).toBe(name);
    await library.save(id, 'two\n', hash);
    expect(await read(name)).toBe('two\n');
    await write(name, 'theirs\n');
    await library.overwrite(id, 'mine\n');
    expect(await read(name)).toBe('mine\n');
    const beside = (await files()).filter((path) => path.endsWith('~'));
    expect(await Promise.all(beside.map(read))).toEqual(['theirs\n']);
    const copy = await library.duplicate(id);
    expect(await read(copy.id)).toBe('mine\n');
    const { ticket } = await library.trash(id);
    expect(await files()).not.toContain(name);
    expect(await library.restore(ticket)).toBe(name);
    expect(await read(name)).toBe('mine\n');
  },
);

test.each([
  ['x'.repeat(300), 'too-long'],
  ['あ'.repeat(100), 'too-long'],
  ['con', 'reserved'],
  ['LPT1.notes', 'reserved'],
  ['..', 'outside'],
  ['a/b', 'separator'],
  ['a\u0000b', 'control'],
])(
  'renaming to %j is refused with the reason, or done under a name that works everywhere',
  async (slug, reason) => {
    const { library, files } = await testLibrary({ 'a/index.md': 'one\n', 'a/i.png': 'image' });
    const before = await files();
    const outcome = await library.rename(postId('a/index.md'), slug).then(
      ({ id }) => ({ id }),
      (error: unknown) => ({ error }),
    );
    if ('id' in outcome) {
      expect(Buffer.byteLength(outcome.id.slice(0, -'/index.md'.length))).toBeLessThanOrEqual(255);
      expect(outcome.id).not.toMatch(/^(?:con|lpt1)(?:\.|\/)/i);
      return;
    }
    expect(await failureFrom(library.rename(postId('a/index.md'), slug))).toMatchObject({
      kind: 'bad-name',
      reason,
    });
    expect(await files()).toEqual(before);
  },
);

test('an image keeps to names that work everywhere, whatever it was called', async () => {
  const png = await readFile(join(import.meta.dirname, '../../assets/icons/icon.png'));
  for (const name of [
    `${'画'.repeat(200)}.png`,
    'con.png',
    '.png',
    '../../up.png',
    'a\u202Egnp.png',
    '🎉.png',
  ]) {
    const { library, files } = await testLibrary({ 'p/index.md': 'one\n' });
    const { destination } = await library.storeImage(postId('p/index.md'), name, png);
    const stored = (await files()).filter((path) => path.endsWith('.png'));
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatch(/^p\/[^./\\][^/\\]*\.png$/);
    expect(destination).not.toMatch(/[\s()<>]/);
  }
});
