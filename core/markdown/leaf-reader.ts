import type { TextSource } from '../contract/text.ts';
import { continuedLeaf, cutLeaf } from './leaf-cut.ts';
import { leafInWindow } from './leaf-parse.ts';
import type { Continuation, Leaf } from './leaf.ts';
import { maxBlockLength, maxBlockLines } from './limits.ts';
import { lineAfter, openWindow, type LineWindow } from './line-window.ts';

/** Lines and characters of the windows in which leaves are read one after another. */
const largestWindow = { lines: 1024, length: 65_536 };

/**
 * Reads a text leaf by leaf. A leaf depends on nothing but the lines from its first on, and on no more of them than the first
 * two after it that are not blank, so reading can start at any line on which a leaf starts.
 */
export class LeafReader {
  private readonly source: TextSource;
  private window: LineWindow | undefined;
  private lines: number;

  /** `firstLines`: how many lines to look at first; few for an edit, many for a whole text. */
  constructor(source: TextSource, firstLines: number) {
    this.source = source;
    this.lines = firstLines;
  }

  /** The first leaf that starts at `line` or, blank lines skipped, below; undefined when only blank lines are left. */
  read(line: number, entry: Continuation | undefined): Leaf | undefined {
    if (entry !== undefined && line <= this.source.lines) {
      const leaf = continuedLeaf(this.source, line, entry);
      if (leaf !== undefined) return leaf;
    }
    const start = this.skipBlank(line);
    return start === undefined ? undefined : (this.readWhole(start) ?? cutLeaf(this.source, start));
  }

  /** The first line from `line` on that is not blank; undefined at the end of the text. */
  skipBlank(line: number): number | undefined {
    for (let from = line; from <= this.source.lines;) {
      const window = this.windowAt(from);
      const at = window.state.skipEmptyLines(from - window.from);
      if (at < window.count) return window.from + at;
      if (window.last) return undefined;
      from = window.from + window.count;
    }
    return undefined;
  }

  /** The leaf at a line that is not blank, unless it is longer than a block may be. */
  private readWhole(line: number): Leaf | undefined {
    const most = Math.min(line + 2 * maxBlockLines, lineAfter(this.source, line, 2 * maxBlockLength)) + 2;
    let window = this.windowAt(line);
    for (let asked = line; ;) {
      const at = line - window.from;
      const leaf = leafInWindow(window, at);
      const { state } = window;
      const next = state.skipEmptyLines(state.line);
      const unsettled = state.env['unsettled'] === true;
      // A window that ends with a blank line counts one line less than was asked for: it may never seem long enough.
      if (window.last || (!unsettled && (next + 1 < window.count || asked >= most))) {
        const small = leaf.height <= maxBlockLines && leaf.source.length <= maxBlockLength;
        return small && window.from + next < most - 1 ? leaf : undefined;
      }
      const seen = window.from + window.count;
      if (seen >= most || asked >= most) return undefined;
      asked = Math.min(most, line + Math.max(2 * (seen - line), 16));
      window = this.openAt(line, asked);
    }
  }

  private windowAt(line: number): LineWindow {
    const { window } = this;
    if (window !== undefined && line >= window.from && line < window.from + window.count) return window;
    const to = Math.min(line + this.lines, lineAfter(this.source, line, largestWindow.length) + 1);
    this.lines = Math.min(this.lines * 2, largestWindow.lines);
    return this.openAt(line, to);
  }

  private openAt(line: number, to: number): LineWindow {
    const window = openWindow(this.source, line, to);
    this.window = window;
    return window;
  }
}
