import { expect, test } from 'vitest';
import type { DraftNews } from '../../core/contract/draft.ts';
import type { PostId } from '../../core/contract/post.ts';
import { keepNothing, postId, testLibrary } from './testing/test-library.ts';

const nothing: DraftNews = { batches: [], saved: undefined, undo: undefined, place: undefined };

test('of two posts that the last end left open, both saved, the one that was begun last is shown', async () => {
  const one = { id: postId('a.md'), identity: 'a'.repeat(24) };
  const two = { id: postId('b.md'), identity: 'b'.repeat(24) };
  for (const last of [one, two]) {
    const { library, reopen } = await testLibrary({ 'a.md': 'text of a', 'b.md': 'text of b' });
    for (const { id, identity } of [last === one ? two : one, last]) {
      const { text, hash } = await library.open(id);
      await library.drafts.begin({ draft: identity, post: id, revision: 0, text, hash }, nothing);
    }
    expect(await (await reopen()).recover(keepNothing)).toBe(last.id);
  }
});

test('the post that was open is kept as such before its journal is put aside: the end may come in between', async () => {
  const { library, reopen } = await testLibrary({ 'a.md': 'one', 'b.md': 'two' });
  const typed = { revision: 1, edits: [{ from: 0, to: 0, insert: 'mine' }], length: 4 };
  const start = { draft: 'a'.repeat(24), post: undefined, revision: 0, text: '', hash: undefined };
  await library.drafts.begin(start, { ...nothing, batches: [typed] });
  const again = await reopen();
  const kept: PostId[] = [];
  const cut = new Error('the power is cut');
  const recovery = again.recover((post) => {
    kept.push(post);
    return Promise.reject(cut);
  });
  await expect(recovery).rejects.toBe(cut);
  expect(kept).toEqual([`${again.today()}/index.md`]);
  expect(await (await reopen()).recover(keepNothing)).toBe(kept[0]);
});
