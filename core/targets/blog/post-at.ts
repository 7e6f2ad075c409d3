import type { PostId } from '../../contract/post.ts';
import { resolvePath } from './paths.ts';

/** The post that a path in another post means: its file, or the folder that it lies in. */
export function postAt<T>(from: PostId, path: string, find: (id: PostId) => T | undefined): T | undefined {
  const resolved = resolvePath(from, path);
  if (resolved === undefined) return undefined;
  for (const ending of ['', '/index.md', '/index.markdown', '.md']) {
    const found = find((resolved + ending).normalize('NFC') as PostId) ?? find((resolved + ending) as PostId);
    if (found !== undefined) return found;
  }
  return undefined;
}
