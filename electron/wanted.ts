import { join } from 'node:path';
import { app } from 'electron';

/** What a start, or a second start, asks to see. Absolute paths. */
export interface Wanted {
  readonly library: string | undefined;
  readonly post: string | undefined;
}

// Only a post that was opened from outside asks for it.
const loadLibraryOfPost = () => import('./drafts/library-of-post.ts').then((part) => part.libraryOfPost);

/** The library of an author who never chose one. */
export const defaultLibrary = (): string => join(app.getPath('documents'), 'Fude');

/** The library to be opened: the one that is asked for, else that of the post, else the last one. */
export async function rootOf({ library, post }: Wanted, last: string | undefined): Promise<string> {
  if (library !== undefined) return library;
  if (post === undefined) return last ?? defaultLibrary();
  return last !== undefined && post.startsWith(join(last, '/')) ? last : (await loadLibraryOfPost())(post);
}
