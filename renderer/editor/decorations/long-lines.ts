import type { Extension } from '@codemirror/state';
import { shortenedInLines, type Span } from './shortened.ts';

/** Characters of an image that is written into the text, from which on they are not shown. */
const longestData = 2000;
/** Characters of a line that are shown; the page lays out a line as a whole, and dies of ten million of them. */
const longestLine = 1_000_000;
/** Of a longer one these are shown at either end. */
const shownEnd = 100_000;

const data = ';base64,';
const noData = /[^\w+/=]/g;

/** The parts of a line that nobody reads, in order: the data of images, or the middle of a line of megabytes. */
export function hiddenIn(line: string): readonly Span[] {
  if (line.length <= longestData) return [];
  const spans: Span[] = [];
  let shown = line.length;
  for (let at = line.indexOf(data); at >= 0;) {
    const from = at + data.length;
    // Looks for what ends it: to match all of it would take memory for each of its characters.
    noData.lastIndex = from;
    const to = noData.exec(line)?.index ?? line.length;
    if (to - from > longestData) {
      spans.push({ from, to });
      shown -= to - from;
    }
    at = line.indexOf(data, to);
  }
  return shown > longestLine ? [{ from: shownEnd, to: line.length - shownEnd }] : spans;
}

/** What nobody reads is shown as its length, and the caret steps over it. The text keeps it. */
export const longLines: Extension = shortenedInLines('…', hiddenIn, { atomic: true });
