import { decodeAddress, isLocal } from '../../markdown/addresses.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';
import { placeOf } from './finding.ts';
import type { Finding, Place } from './finding.ts';

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
  /** Its text in the source, or its tag. */
  readonly place: Place | undefined;
}

/** Where a link leads. */
export type LinkTarget = 'there' | 'dead' | 'anchor-dead';

/** Every link without a scheme or host, those in raw HTML too. */
export function localLinks(tokens: readonly PlacedToken[]): readonly LocalLink[] {
  return tokens.flatMap(({ token, lineOf, offsetOf }, index): readonly LocalLink[] => {
    const at = positionOf(token);
    const line = lineOf(at ?? 0);
    if (token.type === 'link_open') {
      const close = tokens
        .slice(index, index + longestLink)
        .find((other) => other.token.type === 'link_close');
      const end = close === undefined ? undefined : positionOf(close.token);
      const place = at === undefined || end === undefined ? undefined : placeOf(offsetOf(at), offsetOf(end));
      return linkOf(String(token.attrGet('href') ?? ''), line, place);
    }
    if (!token.type.startsWith('html_')) return [];
    return [...token.content.matchAll(/<a\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].flatMap(
      (match) => {
        const start = (at ?? 0) + match.index;
        const place = placeOf(offsetOf(start), offsetOf(start + match[0].length));
        return linkOf(match[1] ?? match[2] ?? '', lineOf(start), place);
      },
    );
  });
}

/** Tokens within which a link's end is looked for. */
const longestLink = 64;

function linkOf(address: string, line: number, place: Place | undefined): readonly LocalLink[] {
  if (!isLocal(address)) return [];
  const [rest = '', ...after] = address.split('#');
  const anchor = after.length === 0 ? undefined : decodeAddress(after.join('#'));
  const path = decodeAddress(rest.replace(/\?.*$/s, ''));
  return [{ address: decodeAddress(address), path, anchor, line, place }];
}

/** What `judge` finds dead. */
export function deadLinks(
  links: readonly LocalLink[],
  judge: (link: LocalLink) => LinkTarget,
): readonly Finding[] {
  return links.flatMap((link): readonly Finding[] => {
    const target = judge(link);
    if (target === 'there') return [];
    const kind = target === 'dead' ? 'link-dead' : 'anchor-dead';
    const { line, place } = link;
    return [{ severity: 'warning', kind, line, subject: link.address, place, fix: [] }];
  });
}

/** A start tag with its attributes, and one of those, as the sanitizer writes them. */
const startTag = /<[a-z][^\s>]*((?:\s+[^\s=>]+(?:="[^"]*")?)+)/gi;
const attribute = /\s+([^\s=>]+)(?:="([^"]*)")?/g;

/** The places in an article that a link can lead to. */
export function anchorsIn(article: string): ReadonlySet<string> {
  const attributes = [...article.matchAll(startTag)].flatMap(([, all]) => [
    ...(all ?? '').matchAll(attribute),
  ]);
  return new Set(attributes.filter(([, name]) => name === 'id').map(([, , value]) => unescaped(value ?? '')));
}

/** Whether a page with these anchors has this one; the top is everywhere, and ids of raw HTML bear a prefix. */
export function hasAnchor(anchors: Pick<ReadonlySet<string>, 'has'>, anchor: string | undefined): boolean {
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
