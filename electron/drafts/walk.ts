import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PostId } from '../../core/contract/post.ts';
import { isFolderOfPosts, isPostName } from '../../core/post/post-file.ts';
import { temporaryName } from '../files/atomic-write.ts';
import { errorCode, failing } from '../failures.ts';
import { foldersWithoutPosts } from './engine.ts';
import { joinId } from './post-path.ts';

/** What one folder of a library holds. */
export interface FolderListing {
  readonly posts: readonly PostId[];
  /** Folders to look into, as paths below the root. */
  readonly folders: readonly string[];
  /** Unfinished files that a killed Fude left, as paths below the root. */
  readonly leftovers: readonly string[];
}

/**
 * The posts and folders directly in `folder` (`''` is the root). Dot folders, `node_modules`, built output and designs
 * are left out; links to folders are not followed, so there are no circles; a link to a file counts when the file lies
 * in the library; FIFOs, sockets and devices are never touched. Throws a FailureError when the folder cannot be read.
 */
export async function listFolder(root: string, folder: string): Promise<FolderListing> {
  const path = join(root, folder);
  const entries = await failing(path, 'read', () => readdir(path, { withFileTypes: true }));
  const names = new Set(entries.map(({ name }) => name));
  const without = foldersWithoutPosts(names, folder === '') ?? [];
  const folders = entries.filter(
    (entry) => entry.isDirectory() && isFolderOfPosts(entry.name) && !without.includes(entry.name),
  );
  const posts: PostId[] = [];
  for (const entry of entries) {
    if (isPostName(entry.name) && (await isFileInside(root, folder, entry))) {
      posts.push(joinId(folder, entry.name) as PostId);
    }
  }
  return {
    posts,
    folders: folders.map(({ name }) => joinId(folder, name)),
    leftovers: entries.filter(({ name }) => temporaryName.test(name)).map(({ name }) => joinId(folder, name)),
  };
}

async function isFileInside(root: string, folder: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    const target = await realpath(join(root, folder, entry.name));
    const below = relative(await realpath(root), target);
    return below.split(sep)[0] !== '..' && (await stat(target)).isFile();
  } catch (error) {
    // A link into nothing, in a circle, or into a place that is closed to us shows no post.
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}
