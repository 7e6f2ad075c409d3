import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenedPost, PostId } from '../core/contract/post.ts';
import { postId, testLibrary } from './drafts/testing/test-library.ts';
import { FirstSight, type FirstPost, type OpenLast } from './first-sight.ts';

const two = { 'new.md': '---\ndate: 2026-11-22\n---\nnew', 'old.md': '---\ndate: 2026-11-20\n---\nold' };

function openLast(id?: string): OpenLast {
  let post = id === undefined ? undefined : postId(id);
  return {
    get post() {
      return post;
    },
    keep: (kept) => {
      post = kept;
      return Promise.resolve();
    },
  };
}

test('the wanted post comes before the one that was open, that before the newest, and an empty one before all', async () => {
  const { library, root } = await testLibrary(two);
  const shown = async (first: FirstPost, last?: string): Promise<string | undefined> => {
    const sight = new FirstSight(library, first, [], openLast(last));
    return (await sight.next()).post?.id;
  };
  expect(await shown(undefined)).toBe('new.md');
  expect(await shown(undefined, 'old.md')).toBe('old.md');
  expect(await shown({ path: join(root, 'new.md') }, 'old.md')).toBe('new.md');
  expect(await shown({ path: '/elsewhere/new.md' }, 'old.md')).toBe('old.md');
  expect(await shown('empty', 'old.md')).toBeUndefined();
});

test('what is wanted, and what failed, is for the first start of the page; a later one shows what was open', async () => {
  const { library, root } = await testLibrary(two);
  const failure = { kind: 'missing', path: '/gone' } as const;
  const sight = new FirstSight(library, { path: join(root, 'old.md') }, [failure], openLast('new.md'));
  const first = await sight.next();
  expect([first.post?.id, first.failures]).toEqual(['old.md', [failure]]);
  const later = await sight.next();
  expect([later.post?.id, later.failures]).toEqual(['new.md', []]);
});

test('the post that a crash left open is shown at the start after the next one, too', async () => {
  const { library, reopen } = await testLibrary(two);
  const { text, hash } = await library.open(postId('old.md'));
  const start = { draft: undefined, post: postId('old.md'), revision: 0, text, hash };
  await library.drafts.begin(start, { batches: [], saved: undefined, undo: undefined, place: undefined });
  const last = openLast('new.md');
  for (let starts = 0; starts < 2; starts += 1) {
    const sight = await new FirstSight(await reopen(), undefined, [], last).next();
    expect(sight.post?.id).toBe('old.md');
  }
});

test('a post that cannot be read is said, one that is gone is not', async () => {
  const { library, root } = await testLibrary({ ...two, 'folder.md/a.txt': '' });
  const folder = await new FirstSight(library, undefined, [], openLast('folder.md')).next();
  expect(folder.post).toBeUndefined();
  expect(folder.failures).toMatchObject([{ path: join(root, 'folder.md') }]);
  const gone = await new FirstSight(library, undefined, [], openLast('gone.md')).next();
  expect([gone.post, gone.failures]).toEqual([undefined, []]);
});

test('what another program does between the look and the page’s question is in the answer', async () => {
  const { library, root, write, changes } = await testLibrary(two);
  const sight = await new Promise<FirstSight>((looked) => {
    const open = async (id: PostId): Promise<OpenedPost> => {
      const opened = await library.open(id);
      queueMicrotask(() => looked(ahead));
      return opened;
    };
    const ahead = new FirstSight({ ...library, open }, undefined, [], openLast('old.md'));
  });
  const told = changes.next('post');
  await write('old.md', 'other words');
  await told;
  const listed = changes.next('list', ({ posts }) => posts.length === 1);
  await rm(join(root, 'new.md'));
  await listed;
  const { post, posts } = await sight.next();
  expect(post?.text).toBe('other words');
  expect(posts.map(({ id }) => id)).toEqual(['old.md']);
});
