import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, WidgetType, type DecorationSet, type EditorView } from '@codemirror/view';
import { restingDecorations, textMoved } from './resting.ts';

/** More marks on one letter than any script uses; tens of thousands freeze the layout of the page for good. */
const tooMany = /\p{M}{33,}/gu;

class MarksWidget extends WidgetType {
  readonly count: number;

  constructor(count: number) {
    super();
    this.count = count;
  }

  override eq(other: MarksWidget): boolean {
    return other.count === this.count;
  }

  toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'cm-combining-marks';
    element.textContent = `◌×${String(this.count)}`;
    return element;
  }
}

function replaceRuns(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (const match of view.state.sliceDoc(from, to).matchAll(tooMany)) {
      const start = from + match.index;
      const widget = new MarksWidget(match[0].length);
      builder.add(start, start + match[0].length, Decoration.replace({ widget }));
    }
  }
  return builder.finish();
}

/** Endless runs of combining marks are shown as their number. The text keeps them. */
export const combiningMarks: Extension = restingDecorations(replaceRuns, textMoved);
