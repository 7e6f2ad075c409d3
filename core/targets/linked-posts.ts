import type { ExportProblem } from '../contract/export.ts';
import type { TextEdit } from '../contract/text.ts';
import { decodeAddress, isLocal } from '../markdown/addresses.ts';
import { linksOf } from '../markdown/links.ts';
import { markdownDestination } from '../post/file-name.ts';
import { rewriteAddresses } from './blog/rewrite.ts';
import { encodedPath } from './blog/paths.ts';
import { escapeHtml } from './escape.ts';
import type { Moved } from './moved-images.ts';
import type { LinkedPost, PostAddress, PostToExport, Target } from './target.ts';

/** A link to another post, with the file that this post becomes. */
export interface LinkedFile {
  readonly path: string;
  readonly address: string;
  /** 1-based. */
  readonly line: number;
}

interface Parted {
  readonly linked: LinkedPost;
  /** Query and anchor, as written. */
  readonly rest: string;
}

function parted({ linked }: PostToExport, href: string): Parted | undefined {
  if (!isLocal(href)) return undefined;
  const [path = '', ...rest] = href.split(/(?=[?#])/);
  const found = path === '' ? undefined : linked.get(decodeAddress(path));
  return found && { linked: found, rest: rest.join('') };
}

/** An article whose links to other posts lead to where those are exported. */
export function withLinkedPosts(html: string, post: PostToExport, address: NonNullable<PostAddress>): string {
  if (post.linked.size === 0) return html;
  return rewriteAddresses(html, (href, name) => {
    const found = name === 'href' ? parted(post, href) : undefined;
    return found && encodedPath(address(found.linked.slug)) + found.rest;
  });
}

/** The same in the source; links that stay as they are, because nobody knows better, are told. Ascending. */
export function movedLinks(post: PostToExport, address: PostAddress): Moved {
  if (post.linked.size === 0) return { edits: [], problems: [] };
  const edits = new Map<number, TextEdit>();
  const problems: ExportProblem[] = [];
  for (const { href, line, written } of linksOf(post.source)) {
    const found = parted(post, href);
    if (found === undefined) continue;
    if (written === undefined || address === undefined) {
      problems.push({ severity: 'warning', kind: 'link-post-unknown', line, subject: decodeAddress(href) });
      continue;
    }
    const destination = markdownDestination(address(found.linked.slug)) + found.rest;
    const insert = written.as === 'html' ? `"${escapeHtml(destination)}"` : destination;
    edits.set(written.from, { from: written.from, to: written.to, insert });
  }
  return { edits: [...edits.values()].toSorted((a, b) => a.from - b.from), problems };
}

/** The files that links of this post will lead to, once those posts are exported as well. */
export function linkedFiles(
  post: PostToExport,
  { postAddress, fileName }: Pick<Target, 'postAddress' | 'fileName'>,
): readonly LinkedFile[] {
  if (postAddress === undefined || post.linked.size === 0) return [];
  return linksOf(post.source).flatMap(({ href, line }) => {
    const found = parted(post, href);
    if (found === undefined || found.linked.id === post.id) return [];
    return [{ path: fileName(found.linked.slug), address: decodeAddress(href), line }];
  });
}
