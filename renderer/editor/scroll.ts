import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { PostPlace } from '../../core/contract/post-place.ts';
import type { EditorCallbacks } from './callbacks.ts';

/** Views whose last scroll was asked for by the caller, until the author does something. */
const led = new WeakSet<EditorView>();

/** The first line in view, 1-based; the fraction is the part of it that is above the edge. */
export function topVisibleLine(view: EditorView): number {
  const edge = view.scrollDOM.getBoundingClientRect().top - view.documentTop;
  const block = view.lineBlockAtHeight(Math.max(0, edge));
  const above = block.height === 0 ? 0 : (edge - block.top) / block.height;
  return view.state.doc.lineAt(block.from).number + Math.min(0.999, Math.max(0, above));
}

function heightOfLine(view: EditorView, line: number): number {
  const number = Math.min(view.state.doc.lines, Math.max(1, Math.floor(line)));
  const block = view.lineBlockAt(view.state.doc.line(number).from);
  return block.top + Math.max(0, line - number) * block.height;
}

/** Brings a line (1-based, may be fractional) to the upper edge at once. It is not reported as a scroll of the author's. */
export function scrollToLine(view: EditorView, line: number): void {
  led.add(view);
  const { scrollDOM } = view;
  const edge = scrollDOM.getBoundingClientRect().top - view.documentTop;
  scrollDOM.scrollTop += heightOfLine(view, line) - edge;
}

/** Puts the caret at the start of a line, in view, and focuses the text. */
export function revealLine(view: EditorView, line: number): void {
  const { from } = view.state.doc.line(Math.min(view.state.doc.lines, Math.max(1, Math.floor(line))));
  view.dispatch({
    selection: { anchor: from },
    effects: EditorView.scrollIntoView(from, { y: 'nearest', yMargin: 48 }),
  });
  view.focus();
}

export function placeOf(view: EditorView): PostPlace {
  const { anchor, head } = view.state.selection.main;
  return { anchor, head, scroll: topVisibleLine(view) };
}

/** Puts caret and scroll where they were; what lies beyond the text is brought back to its end. */
export function restorePlace(view: EditorView, place: PostPlace): void {
  const inText = (at: number): number => Math.min(view.state.doc.length, Math.max(0, at));
  const number = Math.min(view.state.doc.lines, Math.max(1, Math.floor(place.scroll)));
  const line = view.state.doc.line(number);
  const above = Math.max(0, place.scroll - number) * view.lineBlockAt(line.from).height;
  led.add(view);
  view.dispatch({
    selection: { anchor: inText(place.anchor), head: inText(place.head) },
    // By an effect: CodeMirror measures the lines above first, so the place is exact in a text it has not seen yet.
    effects: EditorView.scrollIntoView(line.from, { y: 'start', yMargin: -above }),
  });
}

/** Tells of the scrolls that the author makes, by wheel, bar, key or typing. */
export function reportScrolls({ onScroll }: EditorCallbacks): Extension {
  const author = (_event: Event, view: EditorView): void => {
    led.delete(view);
  };
  return EditorView.domEventObservers({
    wheel: author,
    pointerdown: author,
    touchmove: author,
    keydown: author,
    scroll(_event, view) {
      if (!led.has(view)) onScroll(topVisibleLine(view));
    },
  });
}
