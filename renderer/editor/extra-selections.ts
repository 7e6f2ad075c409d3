import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, layer, RectangleMarker } from '@codemirror/view';

const many = (state: EditorState): boolean => state.selection.ranges.length > 1;

/** Draws the carets or the ranges of all selections but the main one. */
function drawn(kind: 'caret' | 'range'): Extension {
  return layer({
    above: kind === 'caret',
    class: `cm-extra-${kind}s`,
    update: (update) => many(update.state) || many(update.startState),
    markers(view) {
      if (!many(view.state)) return [];
      const { ranges, main } = view.state.selection;
      return ranges
        .filter((range) => range !== main && range.empty === (kind === 'caret'))
        .flatMap((range) => RectangleMarker.forRange(view, `cm-extra-${kind}`, range));
    },
  });
}

/**
 * Several selections at once. The main one is the page's own, and its caret with it: a caret that is drawn
 * and animated ties every frame to the screen's tick, and each key waits for it.
 */
export const extraSelections: Extension = [
  EditorState.allowMultipleSelections.of(true),
  // Ctrl-click (Cmd on macOS) follows links.
  EditorView.clickAddsSelectionRange.of((event) => event.altKey),
  drawn('caret'),
  drawn('range'),
];
