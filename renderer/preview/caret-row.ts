import type { TextSource } from '../../core/contract/text.ts';
import { placeTexts, textOffset } from './align.ts';
import { isElement } from './morph.ts';
import { readableIn } from './readable.ts';

/** A part of the source, by its places. */
export interface SourcePart {
  readonly from: number;
  readonly to: number;
}

/** Of what is to be in view this much is to be seen at least, in CSS pixels: a row of text, and as much of an image. */
export const rowHeight = 32;
/** Characters of a part that are read at a key; in a longer one a place is known by its line alone. */
const readLimit = 20_000;

/**
 * The row that shows a place of the source, in nodes that show a part of it: its edges in the frame's view, in CSS pixels.
 * Undefined when the place's line has nothing that can be read, or when it is folded away.
 */
export function rowAt(
  source: TextSource,
  part: SourcePart,
  nodes: readonly Node[],
  place: number,
): { readonly top: number; readonly bottom: number } | undefined {
  if (part.to - part.from > readLimit) return undefined;
  const text = source.sliceString(part.from, part.to);
  const readable = readableIn(nodes);
  const places = placeTexts(
    text,
    readable.map((one) => one.text),
  );
  const at = place - part.from;
  const line = source.lineAt(place);
  const [from, to] = [line.from - part.from, line.to - part.from];
  const known = readable.flatMap((one, index) => {
    const start = places[index] ?? -1;
    return start < 0 ? [] : [{ ...one, start }];
  });
  // What stands before the place in its line; at the line's beginning, what comes first in it.
  const near =
    known.findLast(({ text: read, start }) => start <= at && reaches(text, start, read, from)) ??
    known.find(({ start }) => start > at && start <= to);
  if (near === undefined) return undefined;
  const box = boxOf(near.node, textOffset(text, near.start, near.text, at));
  return box && { top: box.top, bottom: Math.min(box.bottom, box.top + rowHeight) };
}

/** A text that begins at `start` of the source ends at a line's beginning or below it. */
const reaches = (source: string, start: number, text: string, line: number): boolean =>
  start >= line || textOffset(source, start, text, line) < text.trimEnd().length;

/** The letter before an offset of a text, or its first one; undefined for what is not shown. */
function boxOf(node: Node, offset: number): DOMRect | undefined {
  if (isElement(node)) return node.getClientRects()[0];
  const length = node.nodeValue?.length ?? 0;
  const range = node.ownerDocument?.createRange();
  if (range === undefined || length === 0) return undefined;
  const from = Math.min(Math.max(0, offset - 1), length - 1);
  range.setStart(node, from);
  range.setEnd(node, from + 1);
  return [...range.getClientRects()].at(-1);
}
