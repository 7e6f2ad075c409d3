import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import { openedPost, readPostFile } from './read-post.ts';
import { locate, type Shelf } from './shelf.ts';

/** Reads a post for the window; the file is not touched. */
export async function openPost(shelf: Shelf, asked: PostId): Promise<OpenedPost> {
  const { id, path } = await locate(shelf, asked);
  const file = await readPostFile(path);
  shelf.versions.know(id, file.hash);
  shelf.keeper.shown(id, file);
  return openedPost(id, path, file);
}
