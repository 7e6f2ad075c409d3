import { effect } from '@preact/signals';
import type { PostId, PostSummary } from '../../core/contract/post.ts';
import { request } from '../api.ts';
import { currentPost, saveState } from './current-post.ts';
import { exportedPosts } from './exported-posts.ts';
import { posts } from './posts.ts';

/** Asks main for the exports of these posts, or of all. What cannot be told leaves the list without its marks. */
export async function readExported(ids?: readonly PostId[]): Promise<void> {
  const answer = await request('export.receipts', ids);
  if (!answer.ok) return;
  const told = new Map(answer.value.map((post) => [post.id, post]));
  if (ids === undefined) {
    exportedPosts.value = told;
    return;
  }
  const all = new Map(exportedPosts.value);
  for (const id of ids) {
    const post = told.get(id);
    if (post === undefined) all.delete(id);
    else all.set(id, post);
  }
  exportedPosts.value = all;
}

/** Called once at the window's start: reads the marks, and again those of posts that change. */
export function startExported(): void {
  void readExported();
  let before = new Map<PostId, PostSummary>();
  effect(() => {
    const now = new Map(posts.value.map((post) => [post.id, post]));
    const changed = [...now.values()].filter(
      ({ id, modified }) =>
        exportedPosts.peek().has(id) && before.get(id) !== undefined && before.get(id)?.modified !== modified,
    );
    const renamed = before.size > 0 && [...now.keys()].some((id) => !before.has(id));
    before = now;
    if (renamed) void readExported();
    else if (changed.length > 0) void readExported(changed.map(({ id }) => id));
  });
  // The list tells nothing of a save that changes no row.
  effect(() => {
    const state = saveState.value;
    const id = currentPost.peek()?.id.peek();
    if (state.kind === 'saved' && state.at !== undefined && id !== undefined && exportedPosts.peek().has(id))
      void readExported([id]);
  });
}
