import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Files that mark the root of a blog, Fude's own first. */
const marks = [
  'blog.yaml',
  'hugo.toml',
  'hugo.yaml',
  '_config.yml',
  'eleventy.config.js',
  '.eleventy.js',
  'astro.config.mjs',
];

/**
 * The library that a post given by its absolute path belongs to: the nearest folder upward that is a blog's root;
 * without one, the post's own folder, or the folder above when the post is the `index.md` of a folder of its own.
 */
export async function libraryOfPost(path: string): Promise<string> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = await Promise.all(marks.map((mark) => isThere(join(folder, mark))));
    if (found.includes(true)) return folder;
    if (folder === dirname(folder)) break;
  }
  const own = dirname(path);
  return /^index\.(?:md|markdown)$/iu.test(basename(path)) ? dirname(own) : own;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
