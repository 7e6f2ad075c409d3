import type { Blog } from '../../contract/library.ts';
import type { TargetName } from '../../contract/export.ts';
import type { PostId } from '../../contract/post.ts';
import { readBlog } from '../../post/blog.ts';
import { postToExport } from '../post-to-export.ts';
import { targets } from '../table.ts';
import type { Output, PostToExport } from '../target.ts';

const themeCss = 'p { color: black }';

const blogs = {
  plain: readBlog(undefined, 'ja').blog,
  full: readBlog('title: 筆のブログ\ntagline: 書く\nauthor: Fude\nurl: https://example.com/blog', 'ja').blog,
};

export function readyPost(
  text: string,
  id = '2018-07-18-meetup/index.md',
  blog: Blog | keyof typeof blogs = 'plain',
): PostToExport {
  const known = typeof blog === 'object' ? blog : blogs[blog];
  const ready = postToExport(id as PostId, text, known, themeCss);
  if (ready.kind !== 'ok') throw new Error(`slug refused: ${ready.slug}`);
  return ready.post;
}

export const outputOf = (
  target: TargetName,
  text: string,
  id?: string,
  blog?: Blog | keyof typeof blogs,
): Promise<Output> => targets[target].write(readyPost(text, id, blog));

/** The text of an export's one text file. */
export function textOf({ files }: Output): string {
  const texts = files.flatMap((file) => ('text' in file ? [file.text] : []));
  if (texts.length !== 1) throw new Error(`${String(texts.length)} text files`);
  return texts[0] ?? '';
}

/** Old path (or address) → new path of every image. */
export function movedImages({ files }: Output): Readonly<Record<string, string>> {
  return Object.fromEntries(
    files.flatMap((file) => (file.kind === 'image' ? [[file.from[0] ?? '', file.path]] : [])),
  );
}
