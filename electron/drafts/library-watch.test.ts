import { renameSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { postId, testLibrary } from './testing/test-library.ts';

test('posts that other programs make, change, move and remove show in the list', async () => {
  const { library, changes, write, root } = await testLibrary({ 'a.md': '# A' });
  const titles = (wanted: readonly string[]) =>
    changes.next(
      'list',
      ({ posts }) =>
        posts
          .map(({ title }) => title)
          .toSorted()
          .join() === wanted.join(),
    );
  let told = titles(['A', 'B']);
  await write('deep/new/index.md', '# B');
  await told;
  told = titles(['A', 'B2']);
  await write('deep/new/index.md', '# B2');
  await told;
  told = titles(['A', 'B2', 'C']);
  await rename(join(root, 'deep'), join(root, 'moved'));
  await write('moved/new/c.md', '# C');
  await told;
  expect((await library.list()).map(({ id }) => id).toSorted()).toEqual([
    'a.md',
    'moved/new/c.md',
    'moved/new/index.md',
  ]);
  told = titles(['A']);
  await rm(join(root, 'moved'), { recursive: true });
  await told;
});

test('files that are no posts are told of, so that an image can be shown once it is there', async () => {
  const { changes, write } = await testLibrary({ 'a/index.md': '![](late.png)' });
  const told = changes.next('files');
  await write('a/late.png', 'an image');
  await told;
});

test('an open post that was changed outside is told, also with the same size and time', async () => {
  const { library, changes, root, write } = await testLibrary({ 'a.md': 'one' });
  const id = postId('a.md');
  await library.open(id);
  const path = join(root, 'a.md');
  const { atime, mtime } = await stat(path);
  let told = changes.next('post', ({ post }) => post?.text === 'two');
  await write('a.md', 'two');
  await utimes(path, atime, mtime);
  expect((await told).id).toBe(id);
  told = changes.next('post', ({ post }) => post?.text === 'six');
  await writeFile(join(root, 'new.tmp'), 'six');
  await utimes(join(root, 'new.tmp'), atime, mtime);
  await rename(join(root, 'new.tmp'), path);
  await told;
  told = changes.next('post', ({ post }) => post === undefined);
  await rm(path);
  await told;
  told = changes.next('post', ({ post }) => post?.text === 'back');
  await write('a.md', 'back');
  await told;
});

test('a post that another program renames, alone or with its folder, is followed with all that is known of it', async () => {
  const { library, changes, root, read } = await testLibrary({ 'a.md': 'one', 'b.md': 'two' });
  const { hash } = await library.open(postId('a.md'));
  await library.open(postId('b.md'));
  await library.history.keep(postId('a.md'), 'before', 'mine');
  let told = changes.next('moved');
  await rename(join(root, 'a.md'), join(root, 'c.md'));
  expect(await told).toMatchObject({ from: 'a.md', to: 'c.md' });
  told = changes.next('moved');
  await mkdir(join(root, 'deep'));
  await rename(join(root, 'c.md'), join(root, 'deep/c.md'));
  await told;
  told = changes.next('moved');
  await rename(join(root, 'deep'), join(root, 'deeper'));
  expect(await told).toMatchObject({ from: 'deep/c.md', to: 'deeper/c.md' });
  // Who asks by a name before is led to the file.
  await library.save(postId('a.md'), 'one more', hash);
  expect(await read('deeper/c.md')).toBe('one more');
  const versions = await library.history.list({ kind: 'post', post: postId('deeper/c.md') });
  expect(versions.map(({ why }) => why)).toContain('mine');
  expect(changes.posts()).toEqual([]);
});

test('a save right behind the rename of another program is written to the file under its new name', async () => {
  const { library, changes, root, files, read } = await testLibrary({ 'a/index.md': 'one' });
  const { hash } = await library.open(postId('a/index.md'));
  const told = changes.next('moved');
  renameSync(join(root, 'a'), join(root, 'b'));
  await library.save(postId('a/index.md'), 'one more', hash);
  expect(await told).toMatchObject({ from: 'a/index.md', to: 'b/index.md' });
  expect([await files(), await read('b/index.md')]).toEqual([['b/index.md'], 'one more']);
});

test('a post that is gone is not taken for a copy of it, nor for another post that its name was given to', async () => {
  const { library, changes, root } = await testLibrary({ 'a.md': 'one', 'b.md': 'two', 'copy.md': 'one' });
  for (const id of ['a.md', 'b.md']) await library.open(postId(id));
  let told = changes.next('post', ({ post }) => post === undefined);
  await rm(join(root, 'a.md'));
  expect((await told).id).toBe('a.md');
  await library.open(postId('copy.md'));
  told = changes.next('post', ({ post }) => post === undefined);
  await rename(join(root, 'b.md'), join(root, 'copy.md'));
  expect((await told).id).toBe('b.md');
  expect(changes.all.map(({ kind }) => kind)).not.toContain('moved');
});

test('a file that is emptied before it is written anew is told as it was written, once', async () => {
  const { library, changes, root } = await testLibrary({ 'a.md': 'one' });
  await library.open(postId('a.md'));
  const path = join(root, 'a.md');
  const looked = changes.next('list');
  await truncate(path);
  await looked;
  const told = changes.next('post', ({ post }) => post?.text === 'two');
  // In the task that has seen it empty: no other round comes in between.
  writeFileSync(path, 'two');
  await told;
  expect(changes.posts().map(({ post }) => post?.text)).toEqual(['two']);

  const emptied = changes.next('post', ({ post }) => post?.text === '');
  await truncate(path);
  await emptied;
});

test('own writes are never told as changes from outside', async () => {
  const { library, changes, write } = await testLibrary({ 'a.md': 'one', 'b.md': 'b' });
  let { hash } = await library.open(postId('a.md'));
  await library.open(postId('b.md'));
  for (let number = 0; number < 20; number += 1) {
    ({ hash } = await library.save(postId('a.md'), `text ${String(number)}`, hash));
  }
  const created = await library.create('new', '2026-11-22');
  const { id } = await library.rename(created.id, 'named');
  await library.trash(id);
  // The rounds are in order: once this is told, all of the above has been looked at.
  const told = changes.next('post', ({ post }) => post?.text === 'from outside');
  await write('b.md', 'from outside');
  await told;
  expect(changes.posts().map((change) => change.id)).toEqual(['b.md']);
});

test('a library that vanishes keeps its list, and comes back', async () => {
  const { library, changes, root, write } = await testLibrary({ 'a.md': '# A', 'b/index.md': '# B' });
  const { hash } = await library.open(postId('a.md'));
  let told = changes.next('reachable', ({ reachable }) => !reachable);
  await rename(root, `${root}-away`);
  await told;
  expect(await library.list()).toHaveLength(2);
  told = changes.next('reachable', ({ reachable }) => reachable);
  await rename(`${root}-away`, root);
  await told;
  await library.save(postId('a.md'), '# A2', hash);
  const listed = changes.next('list', ({ posts }) => posts.some(({ title }) => title === 'B2'));
  await write('b/index.md', '# B2');
  await listed;
  expect(changes.posts()).toEqual([]);
});

test('another folder in the place of the library is read anew', async () => {
  const { changes, root } = await testLibrary({ 'a.md': '# A' });
  const told = changes.next('list', ({ posts }) => posts.map(({ title }) => title).join() === 'Other');
  await mkdir(`${root}-2`);
  await writeFile(`${root}-2/other.md`, '# Other');
  await rename(root, `${root}-away`);
  await rename(`${root}-2`, root);
  await told;
});

test('what blog.yaml says is read again when it changes', async () => {
  const { library, changes, write } = await testLibrary({
    'blog.yaml': 'title: One\ntimeZone: Asia/Tokyo\n',
  });
  expect(library.library).toMatchObject({ name: 'library', blog: { title: 'One', timeZone: 'Asia/Tokyo' } });
  expect(library.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await write('blog.yaml', 'title: Two\n');
  // The list of the next round is told after its blog was read.
  const told = changes.next('list');
  await write('a.md', '# A');
  await told;
  expect(library.library.blog.title).toBe('Two');
});

test('a post that a link out of the library replaced is not read through it', async () => {
  const { root: elsewhere } = await testLibrary({ 'secret.md': 'secret' });
  const { library, changes, root, write } = await testLibrary({ 'a.md': 'one' });
  await library.open(postId('a.md'));
  const path = join(root, 'a.md');
  const texts: (string | undefined)[] = [];
  library.onChange((change) => {
    if (change.kind === 'post') texts.push(change.post?.text);
  });
  const told = changes.next('list', ({ posts }) => posts.some(({ id }) => id === 'b.md'));
  await rm(path);
  await symlink(join(elsewhere, 'secret.md'), path);
  await write('b.md', 'b');
  await told;
  const back = changes.next('post', ({ post }) => post?.text === 'back');
  await rm(path);
  await write('a.md', 'back');
  await back;
  expect(texts).not.toContain('secret');
});
