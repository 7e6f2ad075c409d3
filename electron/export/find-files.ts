import type { PostId } from '../../core/contract/post.ts';
import type { FilesAsked, FilesFound } from '../../core/contract/review.ts';
import { mapLimited } from '../files/pool.ts';
import { isThere } from './is-there.ts';
import { findLibraryImage } from './library-image.ts';

const atOnce = 16;

/** Looks for what a post refers to as an export would, without reading any of it. Paths are absolute. */
export async function findFiles(
  place: { readonly libraryRoot: string; readonly post: PostId; readonly posts: readonly PostId[] },
  asked: FilesAsked,
): Promise<FilesFound> {
  return {
    links: await mapLimited(asked.links, atOnce, (path) => isThere(place, path)),
    images: await mapLimited(asked.images, atOnce, (from) => findLibraryImage(place.libraryRoot, from)),
  };
}
