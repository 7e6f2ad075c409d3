import { RangeSetBuilder, type Extension } from '@codemirror/state';
import type { Decoration, DecorationSet, EditorView } from '@codemirror/view';
import { restingDecorations, textMoved } from './resting.ts';
import { shortened } from './shortened.ts';

/** More marks on one letter than any script uses; tens of thousands freeze the layout of the page for good. */
const tooMany = /\p{M}{33,}/gu;

function replaceRuns(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (const match of view.state.sliceDoc(from, to).matchAll(tooMany)) {
      const start = from + match.index;
      builder.add(start, start + match[0].length, shortened('◌', match[0].length));
    }
  }
  return builder.finish();
}

/** Endless runs of combining marks are shown as their number. The text keeps them. */
export const combiningMarks: Extension = restingDecorations(replaceRuns, textMoved);
