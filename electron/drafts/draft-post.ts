import type { DraftStart } from '../../core/contract/draft.ts';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError } from '../failures.ts';
import { patience, within } from '../files/patience.ts';
import { refused } from './draft-news.ts';
import { isIdentity } from './identities.ts';
import { checkPostId } from './post-path.ts';
import { readPostFile } from './read-post.ts';
import { locate, type Shelf } from './shelf.ts';

/** The identity of the post that a draft is of; one without a file has that which the window gave it. Throws `refused`. */
export async function identityFor(
  shelf: Shelf,
  post: PostId | undefined,
  draft: string | undefined,
): Promise<string> {
  if (post !== undefined) return shelf.identities.of(idNow(shelf, post));
  if (isIdentity(draft)) return draft;
  throw refused('draft.begin');
}

/** The id that a post has now; the window may still know it by the one before its file was renamed. */
export function idNow({ identities, moves }: Shelf, post: PostId): PostId {
  const asked = checkPostId(post);
  return identities.has(asked) ? asked : moves.follow(asked);
}

/** The text of the post's file while that is the one which the window names; undefined otherwise, or when it is not told soon. */
export async function filedText(shelf: Shelf, start: DraftStart): Promise<string | undefined> {
  return within(patience, readFiledText(shelf, start));
}

async function readFiledText(shelf: Shelf, { post, hash }: DraftStart): Promise<string | undefined> {
  try {
    const { path } = await locate(shelf, post);
    const file = await readPostFile(path);
    return file.hash === hash ? file.decoded?.text : undefined;
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return undefined;
  }
}
