import { computed, signal } from '@preact/signals';
import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import { currentPost } from './current-post.ts';
import { posts } from './posts.ts';

const none: readonly PostId[] = [];

/** The copies that sync tools left beside the open post. */
export const currentCopies = computed<readonly PostId[]>(() => {
  const id = currentPost.value?.id.value;
  return posts.value.find((post) => post.id === id)?.copies ?? none;
});

/** The copy that is being compared with the open post. */
export const comparedCopy = signal<OpenedPost | undefined>(undefined);
