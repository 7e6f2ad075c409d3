import { closesHeader, frontMatterRange, openingFence } from '../../core/contract/front-matter-range.ts';
import type { FrontMatterRange } from '../../core/contract/front-matter-range.ts';
import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { readFrontMatter } from '../../core/post/front-matter.ts';
import type { FrontMatter } from '../../core/post/front-matter.ts';
import { openHeader } from '../../core/post/open-header.ts';

/** A post's header as the fields above the text need it. */
export interface HeaderReading {
  readonly frontMatter: FrontMatter;
  /** The fence of a header without its end, which the fields cannot write into. */
  readonly open: ReturnType<typeof openHeader>;
  /** An edit behind this offset changes nothing of it, unless it closes a header that `mayClose`. */
  readonly end: number;
  /** Of the first line when it opens a header that has no end so far. */
  readonly mayClose: FrontMatterRange['kind'] | undefined;
}

/** Length of a fence, which may be written in front of anything. */
const fence = 3;

/** Reads no more of the text than its header, or as far as one could reach that is still open. */
export function readHeader(text: TextSource): HeaderReading {
  const range = frontMatterRange(text);
  if (range !== undefined)
    return { frontMatter: readFrontMatter(text), open: undefined, end: range.to, mayClose: undefined };
  const mayClose = openingFence(text);
  const end = mayClose === undefined ? fence : text.line(Math.min(2, text.lines)).to;
  return { frontMatter: noHeader, open: openHeader(text), end, mayClose };
}

/** Whether edits, ascending and counted in the text before them, may have made another header. `text` is the one after them. */
export function touchesHeader(
  { end, mayClose }: HeaderReading,
  text: TextSource,
  edits: readonly TextEdit[],
): boolean {
  if (edits.some(({ from }) => from <= end)) return true;
  if (mayClose === undefined) return false;
  let moved = 0;
  return edits.some(({ from, to, insert }) => {
    const at = from + moved;
    moved += insert.length - (to - from);
    const last = text.lineAt(at + insert.length).number;
    for (let number = text.lineAt(at).number; number <= last; number += 1)
      if (closesHeader(mayClose, text.line(number).text)) return true;
    return false;
  });
}

/** One and the same, so that nothing is drawn again for the keys below a header that is still open. */
const noHeader: FrontMatter = { kind: 'none' };
