import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureFrom, postId, testLibrary } from './testing/test-library.ts';

const files = {
  '2026-11-22-a/index.md': '---\ntitle: First\n---\n',
  '2026-11-22-a/a.png': 'png',
  'b.md': 'b',
};

test('a post goes with its images and comes back as it was', async () => {
  const { library, files: filesNow, root } = await testLibrary(files);
  const before = await filesNow();
  const { ticket, title } = await library.trash(postId('2026-11-22-a/index.md'));
  expect(title).toBe('First');
  expect(await readdir(root)).not.toContain('2026-11-22-a');
  expect((await library.list()).map(({ id }) => id)).toEqual(['b.md']);
  expect(await library.restore(ticket)).toBe('2026-11-22-a/index.md');
  expect(await filesNow()).toEqual(before);
  expect(await library.list()).toHaveLength(2);
});

test('a ticket is good after a restart, and once', async () => {
  const { library, reopen } = await testLibrary(files);
  const { ticket } = await library.trash(postId('b.md'));
  const again = await reopen();
  expect(await again.list()).toHaveLength(1);
  expect(await again.restore(ticket)).toBe('b.md');
  expect((await failureFrom(again.restore(ticket))).kind).toBe('missing');
});

test('a post whose place was taken comes back beside it, one whose folder is gone gets it again', async () => {
  const { library, root, read } = await testLibrary({ 'deep/down/a.md': 'old', 'b/index.md': 'b' });
  const { ticket } = await library.trash(postId('deep/down/a.md'));
  await rm(join(root, 'deep'), { recursive: true });
  expect(await library.restore(ticket)).toBe('deep/down/a.md');
  const second = await library.trash(postId('deep/down/a.md'));
  await writeFile(join(root, 'deep/down/a.md'), 'new');
  expect(await library.restore(second.ticket)).toBe('deep/down/a-2.md');
  expect(await read('deep/down/a-2.md')).toBe('old');
  const third = await library.trash(postId('b/index.md'));
  await mkdir(join(root, 'b'));
  expect(await library.restore(third.ticket)).toBe('b-2/index.md');
});

test('the trash stays out of a repository and goes when it is empty', async () => {
  const { library, root, read } = await testLibrary(files);
  const [a, b] = [await library.trash(postId('b.md')), await library.trash(postId('2026-11-22-a/index.md'))];
  expect(await read('.fude-trash/.gitignore')).toBe('*\n');
  await library.restore(a.ticket);
  expect(await readdir(root)).toContain('.fude-trash');
  await library.restore(b.ticket);
  expect(await readdir(root)).not.toContain('.fude-trash');
});

test('nothing but a ticket is taken, and a changed record moves nothing elsewhere', async () => {
  const { library, root, read } = await testLibrary(files);
  for (const ticket of ['../..', '', 'abc', undefined, '0123456789abcdef/..']) {
    expect((await failureFrom(library.restore(ticket as never))).kind).toBe('refused');
  }
  const { ticket } = await library.trash(postId('b.md'));
  const unit = { kind: 'file', path: '../../evil.md', ending: '.md' };
  const wrong = [
    JSON.stringify({ id: 'b.md', unit, title: '' }),
    JSON.stringify({ id: '../../evil.md', unit, title: '' }),
    '{',
  ];
  for (const [index, text] of wrong.entries()) {
    const { ticket: next } = index === 0 ? { ticket } : await library.trash(postId('restored.md'));
    await writeFile(join(root, '.fude-trash', next, 'post.json'), text);
    expect(await library.restore(next)).toBe('restored.md');
  }
  expect(await read('restored.md')).toBe('b');
});

test('a post that is not there cannot be thrown away, and leaves no empty place', async () => {
  const { library, root } = await testLibrary(files);
  expect((await failureFrom(library.trash(postId('none.md')))).kind).toBe('missing');
  expect(await readdir(root)).not.toContain('.fude-trash');
});
