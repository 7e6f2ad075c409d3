import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { PostId } from '../../core/contract/post.ts';
import { postEnding } from '../../core/post/post-file.ts';
import { FailureError, errorCode, failing } from '../failures.ts';

const outside = (name: string): FailureError =>
  new FailureError({ kind: 'bad-name', name, reason: 'outside' });

/**
 * Takes a value from the window for a post's id, or throws `bad-name`: a relative path with `/` between the parts that
 * ends like a post and neither climbs out nor leads into a dot folder (the trash, `.git`).
 */
export function checkPostId(value: unknown): PostId {
  if (typeof value !== 'string')
    throw new FailureError({ kind: 'refused', what: 'a post id that is no string' });
  const parts = value.split('/');
  // On Windows a backslash separates, and a colon names a drive or a hidden stream of a file.
  const foreign = process.platform === 'win32' ? /[\\:\0]/ : /\0/;
  if (foreign.test(value) || parts.some((part) => ['', '.', '..'].includes(part))) throw outside(value);
  if (parts.slice(0, -1).some((folder) => folder.startsWith('.'))) throw outside(value);
  if (!postEnding.test(value)) throw outside(value);
  return value as PostId;
}

/**
 * The absolute path of a post, which need not exist. Links on the way may lead anywhere inside the root; a path that
 * leaves it is `bad-name`, so a library from elsewhere cannot make Fude read or write files beyond itself.
 */
export async function pathInside(root: string, id: PostId): Promise<string> {
  const path = join(root, ...id.split('/'));
  const real = await realPathOf(path);
  const realRoot = await failing(root, 'read', () => realpath(root));
  const below = relative(realRoot, real);
  if (below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) throw outside(id);
  return path;
}

/** Where links lead to; the part of the path that does not exist stays as it is. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && dirname(path) !== path) {
      return join(await realPathOf(dirname(path)), basename(path));
    }
    return failing(path, 'read', () => Promise.reject(error));
  }
}

/** Joins the parts of a path below the root to an id's form. */
export function joinId(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The folder of a post below the root, `''` for the root itself. */
export function folderOf(id: string): string {
  const slash = id.lastIndexOf('/');
  return slash === -1 ? '' : id.slice(0, slash);
}

/** The last part of an id or a folder's path. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Folders like `.git` are told of on some systems, often, and never hold a post. */
export function isPossible(folder: string): boolean {
  return folder !== '' && folder.split('/').every((name) => !name.startsWith('.') && name !== 'node_modules');
}

/** Whether a path below the root is this one, or lies below it; `''` is the root. */
export function isAtOrBelow(path: string, top: string): boolean {
  return top === '' || path === top || path.startsWith(`${top}/`);
}
