import type { BadNameReason } from '../contract/failure.ts';
import type { Blog } from '../contract/library.ts';
import type { PostId } from '../contract/post.ts';
import type { TextSource } from '../contract/text.ts';
import { blogIn, languageOfPost } from '../post/blog-language.ts';
import { parseDate } from '../post/dates.ts';
import { fieldsOf, readFrontMatter } from '../post/front-matter.ts';
import { dateOfPost } from '../post/post-name.ts';
import { textSource } from '../post/text-source.ts';
import { slugOfPost } from './post-slug.ts';
import type { PostToExport } from './target.ts';

/** A post that a target can take, or why there is none. */
export type ReadyPost =
  | { readonly kind: 'ok'; readonly post: PostToExport }
  /** Its front matter asks for a slug that no file can bear. */
  | { readonly kind: 'bad-slug'; readonly slug: string; readonly reason: BadNameReason };

/** Reads a post's text for a target. */
export const postToExport = (id: PostId, text: string, blog: Blog, themeCss: string): ReadyPost =>
  readPost(id, textSource(text), blogIn(blog, languageOfPost(blog, text)), themeCss);

/** The same for a text that is being edited, in the blog's language. Reads no more of it than its header. */
export function readPost(id: PostId, source: TextSource, blog: Blog, themeCss: string): ReadyPost {
  const frontMatter = readFrontMatter(source);
  const fields = fieldsOf(frontMatter);
  const name = slugOfPost(id, fields);
  if (name.kind === 'bad') return { kind: 'bad-slug', slug: name.slug, reason: name.reason };
  const written = dateOfPost(fields.date, id);
  const date = written === undefined ? undefined : parseDate(written);
  return {
    kind: 'ok',
    post: {
      id,
      source,
      frontMatter,
      fields,
      slug: name.slug,
      date,
      blog,
      linked: new Map(),
      kept: [],
      themeCss,
      pause: () => Promise.resolve(),
    },
  };
}
