import type { ExportProblem } from '../../contract/export.ts';
import { decodeAddress, isLocal } from '../../markdown/addresses.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';

/** A link of a post to another place of the blog. */
export interface LocalLink {
  /** As written, for telling. */
  readonly address: string;
  /** Decoded, without query and anchor; empty for a place in the post itself. */
  readonly path: string;
  /** Decoded, without its `#`. */
  readonly anchor: string | undefined;
  /** 1-based. */
  readonly line: number;
}

/** Where a link leads. */
export type LinkTarget = 'there' | 'dead' | 'anchor-dead';

/** Every link without a scheme or host, those in raw HTML too. */
export function localLinks(tokens: readonly PlacedToken[]): readonly LocalLink[] {
  return tokens.flatMap(({ token, lineOf }): readonly LocalLink[] => {
    const line = lineOf(positionOf(token) ?? 0);
    if (token.type === 'link_open') return linkOf(String(token.attrGet('href') ?? ''), line);
    if (!token.type.startsWith('html_')) return [];
    return [...token.content.matchAll(/<a\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].flatMap((match) =>
      linkOf(match[1] ?? match[2] ?? '', line),
    );
  });
}

function linkOf(address: string, line: number): readonly LocalLink[] {
  if (!isLocal(address)) return [];
  const [rest = '', ...after] = address.split('#');
  const anchor = after.length === 0 ? undefined : decodeAddress(after.join('#'));
  return [{ address: decodeAddress(address), path: decodeAddress(rest.replace(/\?.*$/s, '')), anchor, line }];
}

/** What `judge` finds dead. */
export function deadLinks(
  links: readonly LocalLink[],
  judge: (link: LocalLink) => LinkTarget,
): readonly ExportProblem[] {
  return links.flatMap((link): readonly ExportProblem[] => {
    const target = judge(link);
    if (target === 'there') return [];
    const kind = target === 'dead' ? 'link-dead' : 'anchor-dead';
    return [{ severity: 'warning', kind, line: link.line, subject: link.address }];
  });
}

/** The places in an article that a link can lead to. */
export function anchorsIn(article: string): ReadonlySet<string> {
  return new Set([...article.matchAll(/\sid="([^"]*)"/g)].map((match) => unescaped(match[1] ?? '')));
}

/** Whether a page with these anchors has this one; the top is everywhere, and ids of raw HTML bear a prefix. */
export function hasAnchor(anchors: ReadonlySet<string>, anchor: string | undefined): boolean {
  if (anchor === undefined || anchor === '' || anchor === 'top') return true;
  return anchors.has(anchor) || anchors.has(`user-content-${anchor}`);
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
