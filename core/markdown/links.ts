import { isLocal } from './addresses.ts';
import { destinationOf, htmlAddresses, placeDefinitions } from './destinations.ts';
import type { Written, WrittenAt } from './destinations.ts';
import { placedTokens, type PlacedToken } from './inline-places.ts';
import { perSource } from './per-source.ts';
import { readLeaves } from './read-leaves.ts';
import { positionOf } from './syntax/positions.ts';

/** A link without a scheme or a host. */
export interface LinkUse extends WrittenAt {
  /** As it is read, `%20` and the like as they stand. */
  readonly href: string;
  /** Where a link of Markdown has its words, without their brackets; undefined in raw HTML, and where that cannot be told. */
  readonly words: { readonly from: number; readonly to: number } | undefined;
  readonly title: string | undefined;
}

/** Every link of a post to another place of its blog, in source order; those within the post are left out. */
export const linksOf = perSource((source): readonly LinkUse[] => {
  const leaves = readLeaves(source);
  return linksAmong(placedTokens(source, leaves), placeDefinitions(source, leaves));
});

const linksAmong = (
  tokens: readonly PlacedToken[],
  definitions: ReadonlyMap<string, Written>,
): readonly LinkUse[] =>
  tokens.flatMap((placed, index): readonly LinkUse[] => {
    const { token } = placed;
    if (token.type === 'link_open') {
      const href = String(token.attrGet('href') ?? '');
      const at = positionOf(token);
      if (at === undefined || !leadsAway(href)) return [];
      const close = closeBehind(tokens, index) ?? at;
      const [from, to] = [placed.offsetOf(at), placed.offsetOf(close)];
      const words = from === undefined || to === undefined ? undefined : { from, to };
      const title = token.attrGet('title');
      const named = title === null || title === undefined ? undefined : String(title);
      return [{ href, words, title: named, ...destinationOf(placed, at, close, href, definitions) }];
    }
    if (!token.type.startsWith('html_')) return [];
    return htmlAddresses(placed, 'a', 'href').flatMap(({ value, ...at }) =>
      leadsAway(value) ? [{ href: value, words: undefined, title: undefined, ...at }] : [],
    );
  });

/** Where the text of a link ends. */
function closeBehind(tokens: readonly PlacedToken[], open: number): number | undefined {
  for (let index = open; index < tokens.length; index += 1) {
    const token = tokens[index]?.token;
    if (token?.type === 'link_close') return positionOf(token);
  }
  return undefined;
}

const leadsAway = (href: string): boolean => isLocal(href) && !/^[?#]|^$/.test(href);
