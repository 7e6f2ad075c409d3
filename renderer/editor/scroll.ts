import type { Extension, StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { PostPlace } from '../../core/contract/post-place.ts';
import type { EditorCallbacks } from './callbacks.ts';

/** Views that scroll because of the caller or of the caret, until the author does something. */
const led = new WeakSet<EditorView>();

/** The first line in view, 1-based; the fraction is the part of it that is above the edge. */
export function topVisibleLine(view: EditorView): number {
  const edge = view.scrollDOM.getBoundingClientRect().top - view.documentTop;
  const block = view.lineBlockAtHeight(Math.max(0, edge));
  const above = block.height === 0 ? 0 : (edge - block.top) / block.height;
  return view.state.doc.lineAt(block.from).number + Math.min(0.999, Math.max(0, above));
}

/** Height from the top of a line to the top of its letters, to which CodeMirror scrolls. */
function leading(view: EditorView): number {
  const isPlain = (height: number): boolean => Math.abs(height - view.defaultLineHeight) < 1;
  const block = view.viewportLineBlocks.find(({ height }) => isPlain(height));
  const letters = block === undefined ? null : view.coordsAtPos(block.from, 1);
  return block === undefined || letters === null ? 0 : letters.top - view.documentTop - block.top;
}

/** By an effect: CodeMirror measures what lies there first, so the place is right in a part it has not shown yet. */
function atTop(view: EditorView, { number, above }: LinePlace): StateEffect<unknown> {
  const { from } = view.state.doc.line(number);
  const yMargin = leading(view) - above * view.lineBlockAt(from).height;
  return EditorView.scrollIntoView(from, { y: 'start', yMargin });
}

interface LinePlace {
  readonly number: number;
  /** Part of the line that is above the edge. */
  readonly above: number;
}

function linePlace(view: EditorView, line: number): LinePlace {
  const number = Math.min(view.state.doc.lines, Math.max(1, Math.floor(line)));
  return { number, above: Math.min(1, Math.max(0, line - number)) };
}

/** Brings a line (1-based, may be fractional) to the upper edge. It is not reported as a scroll of the author's. */
export function scrollToLine(view: EditorView, line: number): void {
  led.add(view);
  const place = linePlace(view, line);
  const { from } = view.state.doc.line(place.number);
  if (from < view.viewport.from || from > view.viewport.to) {
    view.dispatch({ effects: atTop(view, place) });
    return;
  }
  // What is near is known to the pixel: following the preview, there is no frame to lose.
  const { top, height } = view.lineBlockAt(from);
  const edge = view.scrollDOM.getBoundingClientRect().top - view.documentTop;
  view.scrollDOM.scrollTop += top + place.above * height - edge;
}

/** Puts the caret at the start of a line, in view, and focuses the text. */
export function revealLine(view: EditorView, line: number): void {
  const { from } = view.state.doc.line(Math.min(view.state.doc.lines, Math.max(1, Math.floor(line))));
  led.add(view);
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

/**
 * Puts caret and scroll of a post that stands at its top where they were; what lies beyond the text is brought back to its
 * end.
 */
export function restorePlace(view: EditorView, place: PostPlace): void {
  const inText = (at: number): number => Math.min(view.state.doc.length, Math.max(0, at));
  led.add(view);
  view.dispatch({
    selection: { anchor: inText(place.anchor), head: inText(place.head) },
    // A place at the top asks for no layout: the frame that paints it makes the only one.
    effects: place.scroll <= 1 ? [] : atTop(view, linePlace(view, place.scroll)),
  });
}

/** Scrolls from here on are none of the author's. */
export function lead(view: EditorView): void {
  led.add(view);
}

/** For a post that comes in another one's place: the other's scroll is not its own, and none of the author's. */
export function scrollToTop(view: EditorView): void {
  led.add(view);
  view.scrollDOM.scrollTop = 0;
}

/**
 * Tells of the scrolls that the author makes by wheel or bar. What moves because the caret does is told as the caret's:
 * the line at the top says nothing of where the author writes.
 */
export function reportScrolls({ onScroll }: EditorCallbacks): Extension {
  const author = (_event: Event, view: EditorView): void => {
    led.delete(view);
  };
  return [
    EditorView.updateListener.of(({ view, docChanged, selectionSet }) => {
      if (docChanged || selectionSet) led.add(view);
    }),
    EditorView.domEventObservers({
      wheel: author,
      pointerdown: author,
      touchmove: author,
      keydown: author,
      scroll(_event, view) {
        if (!led.has(view)) onScroll(topVisibleLine(view));
      },
    }),
  ];
}
