import type { TextSource } from '../contract/text.ts';
import type { Gaps } from './gaps.ts';
import type { KeptDocument } from './kept-document.ts';

/** Characters behind what is read in which an abbreviation's definition is looked for. */
const definitionsWithin = 100_000;

/**
 * Whether so many lines on either side of a line are read, and will most likely read the same once all is: a definition that
 * they ask for, the headings that they list or the end of their raw HTML would change them before the reader's eyes.
 */
export const isEnough = (
  source: TextSource | undefined,
  document: KeptDocument,
  gaps: Gaps,
  focus: number,
  around: number,
): boolean => {
  if (document.awaitsMore || gaps.touches(focus - around, focus + around)) return false;
  if (gaps.empty || source === undefined) return true;
  const { from } = source.line(Math.min(focus + around, source.lines));
  // Only the definition itself tells that a word is an abbreviation.
  return !source.sliceString(from, Math.min(from + definitionsWithin, source.length)).includes('*[');
};
