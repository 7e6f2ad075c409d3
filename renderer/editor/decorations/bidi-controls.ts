import type { Extension } from '@codemirror/state';
import { Decoration, WidgetType, type DecorationSet, type EditorView } from '@codemirror/view';
import { restingDecorations, textMoved } from './resting.ts';

/** What turns the direction of writing. */
const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** More of them than any person's paragraph has; with tens of thousands the page's layout stands still for seconds. */
const most = 1000;
/** Characters of a line that are looked at. */
const farthest = 100_000;

class RestWidget extends WidgetType {
  readonly length: number;

  constructor(length: number) {
    super();
    this.length = length;
  }

  override eq(other: RestWidget): boolean {
    return other.length === this.length;
  }

  toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'cm-combining-marks';
    element.textContent = `⇄×${String(this.length)}`;
    return element;
  }
}

function replaceRests(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const ranges = [];
  let seen = -1;
  for (const { from, to } of view.visibleRanges) {
    for (let at = Math.max(from, seen + 1); at <= to; at = seen + 1) {
      const line = doc.lineAt(at);
      seen = line.to;
      const rest = restOf(doc.sliceString(line.from, Math.min(line.to, line.from + farthest)));
      if (rest === undefined) continue;
      const start = line.from + rest;
      const widget = new RestWidget(line.to - start);
      ranges.push(Decoration.replace({ widget }).range(start, line.to));
    }
  }
  return Decoration.set(ranges);
}

/** Where the first control stands that is one too many. */
export function restOf(line: string): number | undefined {
  // Shorter ones hold too few.
  if (line.length <= most) return undefined;
  let count = 0;
  for (const { index } of line.matchAll(controls)) if (++count > most) return index;
  return undefined;
}

/** What follows endless controls of the direction of writing is shown as its length. The text keeps it. */
export const bidiControls: Extension = restingDecorations(replaceRests, textMoved);
