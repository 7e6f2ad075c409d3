import { basename, dirname } from 'node:path';
import { blogFileName } from './blog-file.ts';
import { isSiteFolder, namesIn } from './engine.ts';

/** How far up a site's top may lie above a post. */
const levels = 6;

/**
 * The folder to open as the library of a post that was opened from the desktop: the blog it lies in when one of the
 * folders above has a `blog.yaml` or an engine's configuration, else the folder that holds the post or the post's own folder.
 */
export async function libraryOfPost(post: string): Promise<string> {
  let folder = dirname(post);
  for (let level = 0; level < levels && dirname(folder) !== folder; level += 1) {
    const names = await namesIn(folder);
    if (names.has(blogFileName) || isSiteFolder(names)) return folder;
    folder = dirname(folder);
  }
  const own = dirname(post);
  return /^index\./i.test(basename(post)) ? dirname(own) : own;
}
