import { frontMatterRange, longestHeader, openingFence } from '../../core/contract/front-matter-range.ts';
import type { TextSource } from '../../core/contract/text.ts';
import { readFrontMatter } from '../../core/post/front-matter.ts';
import type { FrontMatter } from '../../core/post/front-matter.ts';
import { openHeader } from '../../core/post/open-header.ts';

/** A post's header as the fields above the text need it. */
export interface HeaderReading {
  readonly frontMatter: FrontMatter;
  /** The fence of a header without its end, which the fields cannot write into. */
  readonly open: ReturnType<typeof openHeader>;
  /** An edit behind this offset changes nothing of it: the header's end, or where one could begin or come to its end. */
  readonly end: number;
}

/** Length of a fence, which may be written in front of anything. */
const fence = 3;

/** Reads no more of the text than its header, or as far as one could reach that is still open. */
export function readHeader(text: TextSource): HeaderReading {
  const range = frontMatterRange(text);
  if (range !== undefined) return { frontMatter: readFrontMatter(text), open: undefined, end: range.to };
  const end = openingFence(text) === undefined ? fence : longestHeader;
  return { frontMatter: noHeader, open: openHeader(text), end };
}

/** One and the same, so that nothing is drawn again for the keys below a header that is still open. */
const noHeader: FrontMatter = { kind: 'none' };
