import { join } from 'node:path';
import type { PostId } from '../../core/contract/post.ts';
import { conflictCopyOf } from '../../core/post/conflict-copy.ts';
import { numbered } from '../../core/post/file-name.ts';
import { nameTaken } from '../files/folder.ts';
import { isCopyAmong } from './conflict-copies.ts';
import { postHome } from './engine.ts';
import { folderOf, joinId, nameOf } from './post-path.ts';
import { listFolder } from './walk.ts';

/**
 * What is renamed, copied and thrown away as one: the folder of an `index.md` with all it holds, or a file alone.
 * `path` is below the root; `ending` is that of the file.
 */
export interface Unit {
  readonly kind: 'folder' | 'file';
  readonly path: string;
  readonly ending: string;
}

/** `index.md`, and `index.ja.md` beside it: one post in its languages. */
const indexName = /^index(?:\.[\w-]+)?\.(?:md|markdown)$/i;

/** A language before the ending belongs to it: `hello.ja.md`. */
const fileEnding = /(?:\.[a-z]{2}(?:[-_][a-z]{2,4})?)?\.(?:md|markdown)$/i;

/** A folder that holds other posts as well, or is the one for new posts, is no post's own: its `index.md` goes alone. */
export async function unitOf(root: string, id: PostId): Promise<Unit> {
  const folder = folderOf(id);
  const ending = fileEnding.exec(nameOf(id))?.[0] ?? '';
  const file: Unit = { kind: 'file', path: id, ending };
  if (
    !indexName.test(nameOf(id)) ||
    conflictCopyOf(nameOf(id)) !== undefined ||
    folder === '' ||
    folder === (await postHome(root)).folder
  )
    return file;
  return (await holdsOtherPosts(root, folder)) ? file : { kind: 'folder', path: folder, ending: '' };
}

async function holdsOtherPosts(root: string, top: string): Promise<boolean> {
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const listing = await listFolder(root, folder);
    const names = new Set(listing.posts.map(nameOf));
    const others = listing.posts.filter(
      (id) => folderOf(id) !== top || !(indexName.test(nameOf(id)) || isCopyAmong(nameOf(id), names)),
    );
    if (others.length > 0) return true;
    folders.push(...listing.folders);
  }
  return false;
}

/** The unit's name without the file's ending. */
export function unitName(unit: Unit): string {
  const name = nameOf(unit.path);
  return name.slice(0, name.length - unit.ending.length);
}

/** The unit's path under another name in the same folder. */
export function renamedPath(unit: Unit, name: string): string {
  return joinId(folderOf(unit.path), name + unit.ending);
}

/** Where a post of the unit lies when the unit has this path. */
export function idInside(unit: Unit, path: string, id: PostId): PostId {
  return (unit.kind === 'folder' ? path + id.slice(unit.path.length) : path) as PostId;
}

/** The first of `name`, `name-2`, `name-3`… below the root that nothing bears. */
export async function freePath(root: string, path: string, from = 1): Promise<string> {
  for (let number = from; ; number += 1) {
    const candidate = joinId(folderOf(path), numbered(nameOf(path), number));
    if (!(await nameTaken(join(root, candidate)))) return candidate;
  }
}
