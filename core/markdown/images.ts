import { parseFragment } from 'parse5';
import type { TextSource } from '../contract/text.ts';
import { decodeAddress, imageSource, isLocal } from './addresses.ts';
import { placedTokens, type PlacedToken } from './inline-places.ts';
import type { Leaf } from './leaf.ts';
import { parser } from './parser.ts';
import { readLeaves } from './read-leaves.ts';
import { positionOf } from './syntax/positions.ts';

export interface ImageUse {
  /** As `RenderOptions.imageAddress` gets it: decoded when it is local, else as written. */
  readonly address: string;
  /** No scheme and no host: a file of the post or the blog. */
  readonly local: boolean;
  /** 1-based line of the address in the image; of the image itself when its address stands in a definition elsewhere. */
  readonly line: number;
  /**
   * Where the address is written in the source, with its quotes or angle brackets, so that another destination can be put in
   * its place; undefined where it cannot be told. Images that share a definition share the place.
   */
  readonly written:
    | { readonly from: number; readonly to: number; readonly as: 'markdown' | 'html' }
    | undefined;
}

/** Every image that a post shows, in source order. */
export const imagesOf = (source: TextSource): readonly ImageUse[] => {
  const leaves = readLeaves(source);
  return imagesAmong(placedTokens(source, leaves), placeDefinitions(source, leaves));
};

/** The images among some tokens; those whose addresses stand in a definition are `written` where `definitions` says. */
export const imagesAmong = (
  tokens: readonly PlacedToken[],
  definitions: ReadonlyMap<string, Written> = new Map(),
): readonly ImageUse[] =>
  tokens.flatMap((placed) => {
    if (placed.token.type === 'image') return [markdownImage(placed, definitions)];
    return placed.token.type.startsWith('html_') ? htmlImages(placed) : [];
  });

type Written = ImageUse['written'];
type OffsetOf = PlacedToken['offsetOf'];

const use = (src: string, line: number, written: Written): ImageUse => {
  const local = isLocal(src);
  return { address: local ? decodeAddress(src) : src, local, line, written };
};

const markdownImage = (
  { token, content, lineOf, offsetOf }: PlacedToken,
  definitions: ReadonlyMap<string, Written>,
): ImageUse => {
  const src = String(token.attrGet('src') ?? '');
  const at = positionOf(token) ?? 0;
  const label = token.meta?.['label'];
  if (typeof label === 'string') return use(src, lineOf(at), definitions.get(label));
  const open = at + '!['.length + token.content.length;
  const gap = /^\]\(\s*/.exec(content.slice(open));
  const address = open + (gap?.[0].length ?? 0);
  const written = gap === null ? undefined : destination(content, address, src, offsetOf);
  return use(src, lineOf(written === undefined ? at : address), written);
};

/** The range of a link destination that starts at `at`, if it is the one that was read as `href`. */
const destination = (text: string, at: number, href: string, offsetOf: OffsetOf): Written => {
  const found = parser.helpers.parseLinkDestination(text, at, text.length);
  const [from, to] = [offsetOf(at), offsetOf(found.pos)];
  if (!found.ok || parser.normalizeLink(found.str) !== href || from === undefined || to === undefined)
    return undefined;
  return { from, to, as: 'markdown' };
};

const definitionStart = /\[(?:[^\\[\]]|\\.)*\]:\s*/s;

/** Where the first definition of each label has its destination. */
const placeDefinitions = (source: TextSource, leaves: readonly Leaf[]): ReadonlyMap<string, Written> => {
  const places = new Map<string, Written>();
  for (const { tokens, mapLine, references } of leaves) {
    for (const token of tokens) {
      const label = token.type === 'reference_definition' ? String(token.meta?.['label']) : '';
      const href = references.find((reference) => reference.label === label)?.href;
      if (href === undefined || token.map === null || places.has(label)) continue;
      const from = source.line(mapLine + token.map[0]).from;
      const text = source.sliceString(from, source.line(mapLine + token.map[1] - 1).to);
      const start = definitionStart.exec(text);
      const at = start === null ? 0 : start.index + start[0].length;
      places.set(
        label,
        destination(text, at, href, (position) => from + position),
      );
    }
  }
  return places;
};

/** The images in a piece of raw HTML, as a browser reads it: those in comments and scripts are none. */
const htmlImages = ({ token, content, lineOf, offsetOf }: PlacedToken): ImageUse[] => {
  const start = token.type === 'html_inline' ? (positionOf(token) ?? 0) : 0;
  const uses: ImageUse[] = [];
  // A list of its own, since elements may be nested deeper than calls can be.
  const open = parseFragment(token.content, { sourceCodeLocationInfo: true }).childNodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('tagName' in node)) continue;
    open.push(...node.childNodes.toReversed());
    const src = node.attrs.find(({ name }) => name === 'src')?.value;
    if (node.tagName === 'img' && src !== undefined && imageSource(src) !== undefined) {
      const place = node.sourceCodeLocation?.attrs?.['src'];
      const at = place === undefined ? start : start + place.startOffset;
      const end = start + (place?.endOffset ?? 0);
      const value = place && content.slice(at, end).replace(/^[^=]*=\s*/, '');
      const address = end - (value?.length ?? 0);
      const [from, to] = [offsetOf(address), offsetOf(end)];
      const written: Written = from === undefined || to === undefined ? undefined : { from, to, as: 'html' };
      uses.push(use(src, lineOf(written === undefined ? at : address), written));
    }
  }
  return uses;
};
