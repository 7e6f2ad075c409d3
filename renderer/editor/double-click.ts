import { EditorSelection, type ChangeDesc, type EditorState, type Extension } from '@codemirror/state';
import { EditorView, type MouseSelectionStyle } from '@codemirror/view';
import { wordAt, type Span } from './words.ts';

function wordUnder(state: EditorState, at: number, side: -1 | 1): Span {
  const line = state.doc.lineAt(at);
  const word = wordAt(line.text, at - line.from, side);
  return word === undefined ? { from: at, to: at } : { from: line.from + word.from, to: line.from + word.to };
}

function wordAtMouse(view: EditorView, event: MouseEvent): Span {
  const { pos, assoc } = view.posAndSideAtCoords({ x: event.clientX, y: event.clientY }, false);
  return wordUnder(view.state, pos, assoc < 0 ? -1 : 1);
}

function selectByWords(view: EditorView, event: MouseEvent): MouseSelectionStyle {
  let first = wordAtMouse(view, event);
  let before = view.state.selection;
  const map = (span: Span, changes: ChangeDesc): Span => ({
    from: changes.mapPos(span.from, 1),
    to: changes.mapPos(span.to, -1),
  });
  return {
    get(current, extend, multiple) {
      const here = wordAtMouse(view, current);
      const from = Math.min(first.from, here.from);
      const to = Math.max(first.to, here.to);
      const backward = here.from < first.from;
      const range = backward ? EditorSelection.range(to, from) : EditorSelection.range(from, to);
      if (extend) return before.replaceRange(before.main.extend(range.from, range.to));
      return multiple ? before.addRange(range) : EditorSelection.create([range]);
    },
    update(update) {
      if (!update.docChanged) return;
      first = map(first, update.changes);
      before = before.map(update.changes);
    },
  };
}

/** A double click takes a word as a reader of its language sees it, and dragging on takes whole words. */
export const doubleClick: Extension = EditorView.mouseSelectionStyle.of((view, event) =>
  event.button === 0 && event.detail === 2 ? selectByWords(view, event) : null,
);
