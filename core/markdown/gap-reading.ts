import type { TextSource } from '../contract/text.ts';
import type { PatchBuilder } from './block-patch.ts';
import type { Gap, Gaps } from './gaps.ts';
import type { KeptDocument } from './kept-document.ts';
import { LeafReader } from './leaf-reader.ts';
import { sameContinuation, type Continuation, type Leaf } from './leaf.ts';

/** Leaves, and characters, that are read before they are rendered and time is looked at. */
const batch = { leaves: 32, length: 6000 };
/** Lines that are looked at first; an edit within a paragraph needs no more than a few. */
const firstLines = 16;

/**
 * Reads the next leaves of a gap and puts them in the place of what was there. When the reading meets the start of a block that
 * is known, or the end of the text, the gap is closed; else what is left of it goes back to the gaps. Nothing that starts
 * behind `lastLine` is read.
 */
export const readGap = (
  source: TextSource,
  gap: Gap,
  gaps: Gaps,
  document: KeptDocument,
  body: number,
  patch: PatchBuilder,
  inTime: () => boolean,
  lastLine = Number.POSITIVE_INFINITY,
): void => {
  gaps.remove(gap);
  const reader = new LeafReader(source, firstLines);
  const first = Math.max(gap.from, body);
  let line = first;
  let entry = first === gap.from ? gap.entry : undefined;
  let to = Math.max(gap.to, first);
  /** Gaps that the reading runs into become part of this one. */
  const absorb = (until: number): void => {
    for (
      let other = gaps.takeReached(first, until);
      other !== undefined;
      other = gaps.takeReached(first, until)
    ) {
      to = Math.max(to, other.to);
    }
  };
  const leaves: Leaf[] = [];
  /** Where the blocks that stay begin; undefined while the gap is open. */
  let met: number | undefined;
  for (let length = 0; leaves.length < batch.leaves && length < batch.length && line < lastLine;) {
    const next = entry === undefined ? reader.skipBlank(line) : line;
    absorb(next ?? line);
    if (next !== undefined && entry === undefined && next >= to && isKnown(document, next, entry)) {
      met = next;
      break;
    }
    const leaf = next === undefined ? undefined : reader.read(next, entry);
    if (leaf === undefined) {
      met = Number.POSITIVE_INFINITY;
      break;
    }
    if (leaf.line >= to && isKnown(document, leaf.line, leaf.entry)) {
      met = leaf.line;
      break;
    }
    leaves.push(leaf);
    length += leaf.source.length;
    line = leaf.line + leaf.height;
    entry = leaf.exit;
    if (!inTime()) break;
  }
  const at = first <= body ? 0 : document.lines.firstFrom(first);
  const end = document.lines.firstFrom(met ?? line);
  document.splice(at, Math.max(0, end - at), leaves, patch);
  // Nothing is left to read below the end of the text.
  absorb(met ?? line);
  if (met === undefined) gaps.add({ from: line, to: Math.max(to, line), entry });
};

const isKnown = (document: KeptDocument, line: number, entry: Continuation | undefined): boolean => {
  const index = document.lines.firstFrom(line);
  const block = document.blocks[index];
  return block !== undefined && document.lines.at(index) === line && sameContinuation(block.entry, entry);
};
