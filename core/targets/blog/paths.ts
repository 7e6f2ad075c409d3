import type { Blog } from '../../contract/library.ts';

/** The pages that every blog has, by their paths in the blog's folder. */
export const paths = {
  home: 'index.html',
  archive: 'archive.html',
  tags: 'tags.html',
  about: 'about.html',
  notFound: '404.html',
  style: 'style.css',
  atom: 'feed.xml',
  jsonFeed: 'feed.json',
  sitemap: 'sitemap.xml',
} as const;

/** Posts lie here, their images in a folder of the post's name beside. */
export const postsFolder = 'posts/';

/** The n-th page of the index, from 1. */
export const indexPath = (number: number): string =>
  number === 1 ? paths.home : `page/${String(number)}.html`;

/** A path as the path of an address. */
export const encodedPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** The address of one page as it stands in another one, so that links work on a server and opened from a disk. */
export function relativeAddress(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared])
    shared += 1;
  return '../'.repeat(folders.length - shared) + encodedPath(parts.slice(shared).join('/'));
}

/** The absolute address of a page; undefined for a blog that has no address. The home page is the folder itself. */
export function absoluteAddress({ url }: Blog, path: string): string | undefined {
  if (url === undefined) return undefined;
  return `${url}/${path === paths.home ? '' : encodedPath(path)}`;
}

/** The path that a relative address in the page `from` leads to; undefined when it climbs out of the root. */
export function resolvePath(from: string, address: string): string | undefined {
  const parts = address.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
