import { decodeAddress, isLocal } from '../../markdown/addresses.ts';
import type { BlogEntry } from './entry.ts';
import { relativeAddress } from './paths.ts';
import { postAt } from './post-at.ts';
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
