import type { PostId } from '../../core/contract/post.ts';
import type { ExportJob } from './job.ts';
import { readPostReceipts } from './post-receipts.ts';
import type { Receipt } from './receipts.ts';

/** Tells the files of a post's earlier exports to this target, also those under a name that it had before. */
export async function madeFrom(
  { userDataDir, post, posts, target }: Pick<ExportJob, 'userDataDir' | 'post' | 'posts' | 'target'>,
  library: string,
): Promise<(receipt: Receipt) => boolean> {
  const known = userDataDir === undefined ? undefined : await readPostReceipts(userDataDir, library);
  const formerly = (known?.get(post)?.formerly ?? []).filter((id) => !posts.includes(id));
  const ids = new Set<PostId | undefined>([post, ...formerly]);
  return (receipt) => receipt.target === target && ids.has(receipt.post);
}
