import { parseFragment } from 'parse5';
import type { TextSource } from '../contract/text.ts';
import type { PlacedToken } from './inline-places.ts';
import type { Leaf } from './leaf.ts';
import { parser } from './parser.ts';
import { positionOf } from './syntax/positions.ts';

/**
 * Where an address is written in the source, with its quotes or angle brackets, so that another one can be put in its
 * place; undefined where it cannot be told.
 */
export type Written =
  | { readonly from: number; readonly to: number; readonly as: 'markdown' | 'html' }
  | undefined;

/** Where a destination is written, and its 1-based line. */
export interface WrittenAt {
  readonly line: number;
  readonly written: Written;
}

/**
 * The destination of an image or a link that was read as `href`. `at` is where it begins, `close` its `]`; those in a
 * definition elsewhere are `written` where `definitions` says.
 */
export function destinationOf(
  { token, content, lineOf, offsetOf }: PlacedToken,
  at: number,
  close: number,
  href: string,
  definitions: ReadonlyMap<string, Written>,
): WrittenAt {
  const label = token.meta?.['label'];
  if (typeof label === 'string') return { line: lineOf(at), written: definitions.get(label) };
  const gap = /^\]\(\s*/.exec(content.slice(close));
  const address = close + (gap?.[0].length ?? 0);
  const written = gap === null ? undefined : placeIn(content, address, href, offsetOf);
  return { line: lineOf(written === undefined ? at : address), written };
}

/** The range of a link destination that starts at `at`, if it is the one that was read as `href`. */
function placeIn(text: string, at: number, href: string, offsetOf: PlacedToken['offsetOf']): Written {
  const found = parser.helpers.parseLinkDestination(text, at, text.length);
  const [from, to] = [offsetOf(at), offsetOf(found.pos)];
  if (!found.ok || parser.normalizeLink(found.str) !== href || from === undefined || to === undefined)
    return undefined;
  return { from, to, as: 'markdown' };
}

const definitionStart = /\[(?:[^\\[\]]|\\.)*\]:\s*/s;

/** Where the first definition of each label has its destination. */
export function placeDefinitions(source: TextSource, leaves: readonly Leaf[]): ReadonlyMap<string, Written> {
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
        placeIn(text, at, href, (position) => from + position),
      );
    }
  }
  return places;
}

/** What an attribute of some elements says in a piece of raw HTML, as a browser reads it: not in comments and scripts. */
export function htmlAddresses(
  { token, content, lineOf, offsetOf }: PlacedToken,
  element: string,
  attribute: string,
): readonly (WrittenAt & { readonly value: string })[] {
  const start = token.type === 'html_inline' ? (positionOf(token) ?? 0) : 0;
  const found: (WrittenAt & { readonly value: string })[] = [];
  // A list of its own, since elements may be nested deeper than calls can be.
  const open = parseFragment(token.content, { sourceCodeLocationInfo: true }).childNodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('tagName' in node)) continue;
    open.push(...node.childNodes.toReversed());
    const value = node.attrs.find(({ name }) => name === attribute)?.value;
    if (node.tagName !== element || value === undefined) continue;
    const place = node.sourceCodeLocation?.attrs?.[attribute];
    const at = place === undefined ? start : start + place.startOffset;
    const end = start + (place?.endOffset ?? 0);
    const quoted = place && content.slice(at, end).replace(/^[^=]*=\s*/, '');
    const address = end - (quoted?.length ?? 0);
    const [from, to] = [offsetOf(address), offsetOf(end)];
    const written: Written = from === undefined || to === undefined ? undefined : { from, to, as: 'html' };
    found.push({ value, line: lineOf(written === undefined ? at : address), written });
  }
  return found;
}
