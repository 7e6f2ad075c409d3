import type { StateBlock } from 'markdown-it';
import type { TextSource } from '../contract/text.ts';
import { cleanText } from './holes.ts';
import { maxBlockLength } from './limits.ts';
import { parser } from './parser.ts';

/** Some lines of a text, ready for the block parser. Lines inside are counted from 0. */
export interface LineWindow {
  /** 1-based line of the text that line 0 is. */
  readonly from: number;
  readonly count: number;
  /** The text ends with this window. */
  readonly last: boolean;
  readonly text: string;
  readonly state: StateBlock;
}

/** The window of the lines `from` up to, not with, `to` (1-based). */
export const openWindow = (source: TextSource, from: number, to: number): LineWindow => {
  const end = Math.min(to, source.lines + 1);
  const [start, stop] = [source.line(from).from, source.line(end - 1).to];
  const text =
    stop - start <= maxBlockLength
      ? cleanText(source.sliceString(start, stop))
      : Array.from({ length: end - from }, (_, index) => lineText(source, from + index)).join('\n');
  const state = new parser.block.State(text, parser, {}, []);
  // The block parser sees no line in an empty text, and none after a final line end.
  const count = state.lineMax;
  return { from, count, last: end > source.lines, text, state };
};

/**
 * A line as the block parser is given it. Of one that is longer than a block may be, whose block shows its source anyway, that
 * is the beginning: to look through ten megabytes takes a tenth of a second, also for the blocks above.
 */
export const lineText = (source: TextSource, number: number): string => {
  const { text } = source.line(number);
  if (text.length <= maxBlockLength) return cleanText(text);
  const beginning = text.slice(0, maxBlockLength + 1);
  // A line that seems blank would be left out.
  return cleanText(/\S/.test(beginning) ? beginning : text);
};

/** The line after the last one that starts within `length` characters of the start of line `from`; at least `from + 1`. */
export const lineAfter = (source: TextSource, from: number, length: number): number => {
  const start = source.line(from).from;
  return start + length >= source.length
    ? source.lines + 1
    : Math.max(from + 1, source.lineAt(start + length).number);
};
