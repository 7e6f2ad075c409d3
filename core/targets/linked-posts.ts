import type { ExportProblem } from '../contract/export.ts';
import type { TextEdit } from '../contract/text.ts';
import { decodeAddress, isLocal } from '../markdown/addresses.ts';
import { linksOf } from '../markdown/links.ts';
import type { LinkUse } from '../markdown/links.ts';
import { markdownDestination } from '../post/file-name.ts';
import { rewriteAddresses } from './blog/rewrite.ts';
import { encodedPath } from './blog/paths.ts';
import { reading } from './dialect/rule.ts';
import { escapeHtml } from './escape.ts';
import type { Moved } from './moved-images.ts';
import { taggedLink } from './post-tags.ts';
import type { LinkedPost, PostAddress, PostToExport, Target } from './target.ts';

/** A link to another post, with the file that this post becomes. */
export interface LinkedFile {
  readonly path: string;
  readonly linked: LinkedPost;
  /** 1-based. */
  readonly line: number;
}

/** New links. `tagged`: the engine has to run tags in them. */
export interface MovedLinks extends Moved {
  readonly tagged: boolean;
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
export function withLinkedPosts(html: string, post: PostToExport, address: (slug: string) => string): string {
  if (post.linked.size === 0) return html;
  return rewriteAddresses(html, (href, name) => {
    const found = name === 'href' ? parted(post, href) : undefined;
    return found && encodedPath(address(found.linked.slug)) + found.rest;
  });
}

/** The same in the source; links that stay as they are, because nobody knows better, are told. Ascending. */
export function movedLinks(post: PostToExport, address: PostAddress): MovedLinks {
  if (post.linked.size === 0) return { edits: [], problems: [], tagged: false };
  const edits = new Map<number, TextEdit>();
  const problems: ExportProblem[] = [];
  const tags = typeof address === 'object' && address.canRun(reading(post.source)) ? address : undefined;
  for (const use of linksOf(post.source)) {
    const found = parted(post, use.href);
    if (found === undefined) continue;
    const { linked, rest } = found;
    // What the engine would stop at is told with the files that this post needs.
    if (tags?.strict === true && linked.state !== 'there') continue;
    const made =
      tags === undefined
        ? typeof address === 'function'
          ? inPlace(use, markdownDestination(address(linked.slug)) + rest)
          : undefined
        : taggedLink(post, use, tags, { ...linked, blog: post.blog }, rest);
    if (made === undefined)
      problems.push({
        severity: 'warning',
        kind: 'link-post-unknown',
        line: use.line,
        subject: decodeAddress(use.href),
      });
    else for (const edit of made) edits.set(edit.from, edit);
  }
  return {
    edits: [...edits.values()].toSorted((a, b) => a.from - b.from),
    problems,
    tagged: tags !== undefined && edits.size > 0,
  };
}

function inPlace({ written }: LinkUse, destination: string): readonly TextEdit[] | undefined {
  if (written === undefined) return undefined;
  const insert = written.as === 'html' ? `"${escapeHtml(destination)}"` : destination;
  return [{ from: written.from, to: written.to, insert }];
}

/** The files that links of this post lead to: those of other posts, which have to be exported as well. */
export function linkedFiles(
  post: PostToExport,
  { postAddress, file }: Pick<Target, 'postAddress' | 'file'>,
): readonly LinkedFile[] {
  if (postAddress === undefined || post.linked.size === 0) return [];
  return linksOf(post.source).flatMap(({ href, line }) => {
    const found = parted(post, href);
    if (found === undefined || found.linked.id === post.id) return [];
    return [{ path: file({ ...found.linked, blog: post.blog }), linked: found.linked, line }];
  });
}
