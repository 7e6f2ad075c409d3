import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { asOrdinaryUser, temporaryFolder } from '../files/testing/faults.ts';
import { openLibrary } from './open-library.ts';
import { failureFrom, postId, testLibrary } from './testing/test-library.ts';

test('rows come from the front matter, else from the text and the name', async () => {
  const { library } = await testLibrary({
    '2026-11-20-a/index.md':
      '---\ntitle: "A: one" # comment\ndate: 2026-11-22\ntags: [x, 日本語]\ndraft: true\n---\n# Other\n',
    '2026-11-21-b/index.md': '\n\n## Heading ##\ntext',
    'c.md': 'Just a line\n',
    'd.md': '',
    'e.md': '---\ntitle: [broken\n---\nBody\n',
  });
  const rows = (await library.list()).map(({ id, title, date, tags, draft }) => [
    id,
    title,
    date,
    tags.join(),
    draft,
  ]);
  expect(rows.slice(0, 2)).toEqual([
    ['2026-11-20-a/index.md', 'A: one', '2026-11-22', 'x,日本語', true],
    ['2026-11-21-b/index.md', 'Heading', '2026-11-21', '', false],
  ]);
  expect(rows.slice(2).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
    ['c.md', 'Just a line', undefined, '', false],
    ['d.md', '', undefined, '', false],
    ['e.md', 'Body', undefined, '', false],
  ]);
});

test('a long header, a cut character and another encoding do not spoil a row', async () => {
  const long = `---\n${'# comment\n'.repeat(2000)}title: Far down\n---\n`;
  const cut = `# 題\n${'あ'.repeat(5000)}`;
  const sjis = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'SHIFT_JIS'], {
    input: `# 古いメモ\n${'かな\n'.repeat(4000)}`,
  });
  const { library } = await testLibrary({ 'a.md': long, 'b.md': cut, 'c.md': sjis });
  const titles = new Map((await library.list()).map(({ id, title }) => [String(id), title]));
  expect([titles.get('a.md'), titles.get('b.md'), titles.get('c.md')]).toEqual([
    'Far down',
    '題',
    '古いメモ',
  ]);
});

test('opening and closing a library leaves no trace in it', async () => {
  const { library, root } = await testLibrary({
    'a.md': 'a',
    '.fude-999999999-0a.tmp': 'left by a killed Fude',
  });
  await library.open(postId('a.md'));
  const { mtimeMs } = await stat(join(root, 'a.md'));
  await library.close();
  expect(await readdir(root)).toEqual(['a.md']);
  expect((await stat(join(root, 'a.md'))).mtimeMs).toBe(mtimeMs);
});

test('rows of the last start are used for files that are the same, and read anew for others', async () => {
  const { write, reopen, root } = await testLibrary({ 'a.md': '# A', 'b.md': '# B', 'c.md': '# C' });
  await write('b.md', '# B2 is longer');
  const again = await reopen();
  expect((await again.list()).map(({ title }) => title).toSorted()).toEqual(['A', 'B2 is longer', 'C']);
  await again.close();
  const data = join(root, '../data/libraries');
  const [folder = ''] = await readdir(data);
  await writeFile(join(data, folder, 'list.json'), '{"version":1,"rows":[{"id":5}]');
  expect(await (await reopen()).list()).toHaveLength(3);
});

test('the same library in two Fudes with other app data is said, and neither writes over the other', async () => {
  const { root, library, write } = await testLibrary({ 'a.md': 'one' });
  const lock = JSON.parse(await readFile(join(root, '.fude-lock'), 'utf8')) as Record<string, unknown>;
  await write('.fude-lock', JSON.stringify({ ...lock, host: 'another-machine' }));
  const second = await openLibrary({ root, userDataDir: await temporaryFolder(), language: () => 'ja' });
  onTestFinished(() => second.close());
  expect(library.failures).toEqual([]);
  expect(second.failures).toEqual([{ kind: 'library-in-use', path: root }]);
  const id = postId('a.md');
  const [mine, theirs] = [await library.open(id), await second.open(id)];
  await library.save(id, 'two', mine.hash);
  expect((await failureFrom(second.save(id, 'three', theirs.hash))).kind).toBe('changed-outside');
});

test('a folder that is not there, or is a file, is no library', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  const open = (root: string) =>
    openLibrary({ root, userDataDir: join(folder, 'data'), language: () => 'en' });
  expect((await failureFrom(open(join(folder, 'none')))).kind).toBe('missing');
  expect((await failureFrom(open(join(folder, 'file')))).kind).toBe('missing');
});

test('a folder inside that is closed to us is said, the rest is listed; a closed file is listed by its name', async (context) => {
  const folder = await temporaryFolder();
  const root = join(folder, 'library');
  await asOrdinaryUser(context, folder, async () => {
    await mkdir(join(root, 'closed'), { recursive: true });
    await writeFile(join(root, 'a.md'), '# A');
    await writeFile(join(root, '2026-11-22-secret.md'), '# Secret');
    await chmod(join(root, '2026-11-22-secret.md'), 0);
    await chmod(join(root, 'closed'), 0);
    const library = await openLibrary({ root, userDataDir: join(folder, 'data'), language: () => 'en' });
    expect((await library.list()).map(({ title }) => title)).toEqual(['2026-11-22-secret', 'A']);
    expect(library.failures).toEqual([{ kind: 'denied', path: join(root, 'closed'), access: 'read' }]);
    expect((await failureFrom(library.open(postId('2026-11-22-secret.md')))).kind).toBe('denied');
    await library.close();
    await chmod(join(root, 'closed'), 0o755);
  });
});

test('ids and paths lead to each other, and nowhere else', async () => {
  const { library, root } = await testLibrary({ 'a/index.md': '' });
  expect(library.pathOf(postId('a/index.md'))).toBe(join(root, 'a/index.md'));
  expect(() => library.pathOf(postId('../a.md'))).toThrow('bad-name');
  expect(library.idOf(join(root, 'a/index.md'))).toBe('a/index.md');
  for (const path of [root, join(root, '../a.md'), join(root, 'a.png'), join(root, '.git/a.md')]) {
    expect(library.idOf(path)).toBeUndefined();
  }
});

test('links out of the library cannot be opened or written', async () => {
  const { library, root } = await testLibrary({ 'a.md': '' });
  await writeFile(join(root, '../secret.md'), 'secret');
  await symlink('../secret.md', join(root, 'out.md'));
  const id = postId('out.md');
  for (const work of [
    library.open(id),
    library.save(id, 'x', ''),
    library.overwrite(id, 'x'),
    library.duplicate(id),
  ]) {
    expect(await failureFrom(work)).toMatchObject({ kind: 'bad-name', reason: 'outside' });
  }
  expect(await readFile(join(root, '../secret.md'), 'utf8')).toBe('secret');
});
