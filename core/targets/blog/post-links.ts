import type { PostId } from '../../contract/post.ts';
import { decodeAddress, isLocal } from '../../markdown/addresses.ts';
import type { BlogEntry } from './entry.ts';
import { relativeAddress, resolvePath } from './paths.ts';
import { rewriteAddresses } from './rewrite.ts';
import type { Site } from './site.ts';

/** Links to other posts of the library, written as paths of their files, made links to their pages. */
export function linkPosts(site: Site, entry: BlogEntry, html: string): string {
  return rewriteAddresses(html, (address, name) => {
    if (name !== 'href' || !isLocal(address) || /^[#?]|^$/.test(address)) return undefined;
    const [path = '', ...rest] = address.split(/(?=[#?])/);
    const target = postAt(entry.id, decodeAddress(path), site.entryOf);
    if (target === undefined) return undefined;
    return relativeAddress(entry.path, target.path) + rest.join('');
  });
}

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
