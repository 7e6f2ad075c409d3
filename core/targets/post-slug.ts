import type { BadNameReason } from '../contract/failure.ts';
import type { PostId } from '../contract/post.ts';
import { checkFileName, safeFileName } from '../post/file-name.ts';
import type { PostFields } from '../post/post-fields.ts';
import { postName, slugInName } from '../post/post-name.ts';

/** A post's slug: the name of its files without an ending. */
export type PostSlug =
  | { readonly kind: 'ok'; readonly slug: string }
  /** The front matter asks for a name that no file can bear, or for a place outside of the folder. */
  | { readonly kind: 'bad'; readonly slug: string; readonly reason: BadNameReason };

/** Longest ending that a target puts behind a slug. */
const longestEnding = '.markdown';

/**
 * The name that a post's files get: the `slug` of its front matter, else its folder's or file's name without the date,
 * else, when that is only a date, the whole of it. What the author asked for is taken as it is or refused; a name that
 * just happens to be on the disk is made safe.
 */
export function slugOfPost(id: PostId, fields: PostFields): PostSlug {
  const asked = fields.slug?.normalize('NFC');
  if (asked === undefined) {
    const name = safeFileName(slugInName(postName(id)), 'post');
    const withRoom = safeFileName(name + longestEnding, name).slice(0, -longestEnding.length);
    return { kind: 'ok', slug: withRoom };
  }
  const reason = checkFileName(asked) ?? checkFileName(asked + longestEnding);
  return reason === undefined ? { kind: 'ok', slug: asked } : { kind: 'bad', slug: asked, reason };
}
