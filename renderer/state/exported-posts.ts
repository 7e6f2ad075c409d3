import { signal } from '@preact/signals';
import type { PostExport } from '../../core/contract/exported.ts';
import type { PostId } from '../../core/contract/post.ts';

/** The latest export of every post that has one; `exported.ts` keeps it. */
export const exportedPosts = signal<ReadonlyMap<PostId, PostExport>>(new Map());
