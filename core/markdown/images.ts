import { decodeAddress, imageSource, isLocal } from './addresses.ts';
import { destinationOf, htmlAddresses, placeDefinitions } from './destinations.ts';
import type { Written, WrittenAt } from './destinations.ts';
import { placedTokens, type PlacedToken } from './inline-places.ts';
import { perSource } from './per-source.ts';
import { readLeaves } from './read-leaves.ts';
import { positionOf } from './syntax/positions.ts';

/** The line is that of the address; of the image itself when its address stands in a definition, which images may share. */
export interface ImageUse extends WrittenAt {
  /** As `RenderOptions.imageAddress` gets it: decoded when it is local, else as written. */
  readonly address: string;
  /** No scheme and no host: a file of the post or the blog. */
  readonly local: boolean;
}

/** Every image that a post shows, in source order. */
export const imagesOf = perSource((source): readonly ImageUse[] => {
  const leaves = readLeaves(source);
  return imagesAmong(placedTokens(source, leaves), placeDefinitions(source, leaves));
});

/** The images among some tokens; those whose addresses stand in a definition are `written` where `definitions` says. */
export const imagesAmong = (
  tokens: readonly PlacedToken[],
  definitions: ReadonlyMap<string, Written> = new Map(),
): readonly ImageUse[] =>
  tokens.flatMap((placed) => {
    const { token } = placed;
    if (token.type === 'image') {
      const src = String(token.attrGet('src') ?? '');
      const at = positionOf(token) ?? 0;
      const close = at + '!['.length + token.content.length;
      return [use(src, destinationOf(placed, at, close, src, definitions))];
    }
    if (!token.type.startsWith('html_')) return [];
    return htmlAddresses(placed, 'img', 'src').flatMap(({ value, ...at }) =>
      imageSource(value) === undefined ? [] : [use(value, at)],
    );
  });

const use = (src: string, { line, written }: WrittenAt): ImageUse => {
  const local = isLocal(src);
  return { address: local ? decodeAddress(src) : src, local, line, written };
};
