import type { Extension } from '@codemirror/state';
import { Decoration, WidgetType, type DecorationSet, type EditorView } from '@codemirror/view';
import { restingDecorations, textMoved } from './resting.ts';

/** Characters of an image that is written into the text, from which on they are not shown. */
const longestData = 2000;
/** Characters of a line that are shown; the page lays out a line as a whole, and dies of ten million of them. */
const longestLine = 1_000_000;
/** Of a longer one these are shown at either end. */
const shownEnd = 100_000;

const data = ';base64,';
const noData = /[^\w+/=]/g;

interface Span {
  readonly from: number;
  readonly to: number;
}

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

class LengthWidget extends WidgetType {
  readonly length: number;

  constructor(length: number) {
    super();
    this.length = length;
  }

  override eq(other: LengthWidget): boolean {
    return other.length === this.length;
  }

  toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'cm-combining-marks';
    element.textContent = `…×${String(this.length)}`;
    return element;
  }
}

function hide(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const ranges = [];
  let seen = -1;
  for (const { from, to } of view.visibleRanges) {
    for (let at = Math.max(from, seen + 1); at <= to; at = seen + 1) {
      const line = doc.lineAt(at);
      seen = line.to;
      for (const span of hiddenIn(line.text)) {
        const widget = new LengthWidget(span.to - span.from);
        ranges.push(Decoration.replace({ widget }).range(line.from + span.from, line.from + span.to));
      }
    }
  }
  return Decoration.set(ranges);
}

/** What nobody reads is shown as its length, and the caret steps over it. The text keeps it. */
export const longLines: Extension = restingDecorations(hide, textMoved, { atomic: true });
