import { Facet, type Extension } from '@codemirror/state';
import { ViewPlugin, type EditorView } from '@codemirror/view';
import { isComposing } from '../is-composing.ts';

/** What to do with the text an IME has just committed. The first that answers true has dealt with it. */
export const onCommitted = Facet.define<(view: EditorView, text: string) => boolean>();

/** At once, or when an IME that composes has done so. */
export function afterComposition(view: EditorView, act: () => void): void {
  if (!view.compositionStarted) act();
  else
    view.contentDOM.addEventListener('compositionend', () => setTimeout(() => afterComposition(view, act)), {
      once: true,
    });
}

/** Ends a composition as a click elsewhere does: what it shows so far is in the text. */
export function confirmComposition(view: EditorView): void {
  if (!view.compositionStarted) return;
  if (view.hasFocus) {
    view.contentDOM.blur();
    view.contentDOM.focus({ preventScroll: true });
  }
  endOrphan(view);
}

/**
 * A composition whose text was taken out of the page has no end of its own: CodeMirror would wait for one, and hear no
 * key until then.
 */
function endOrphan(view: EditorView): void {
  if (view.compositionStarted)
    view.contentDOM.dispatchEvent(new CompositionEvent('compositionend', { data: '' }));
}

class CompositionEnd {
  readonly view: EditorView;
  #gone = false;
  /** A key that is none of an IME's tells that nothing composes any more. */
  readonly #heard = (event: KeyboardEvent): void => {
    if (!isComposing(event)) endOrphan(this.view);
  };

  constructor(view: EditorView) {
    this.view = view;
    // Before anything else hears the key.
    window.addEventListener('keydown', this.#heard, true);
  }

  /**
   * CodeMirror reads the last of the composition from the page in microtasks after the event, so what follows it
   * gets a task of its own. When the next composition has begun by then, it waits for the end of that one.
   */
  ended(text: string): void {
    setTimeout(() => {
      if (this.#gone || this.view.compositionStarted) return;
      if (this.view.state.facet(onCommitted).some((handle) => handle(this.view, text))) return;
      // An empty update, in which the decorations that stood still may follow.
      this.view.dispatch({});
    });
  }

  destroy(): void {
    this.#gone = true;
    window.removeEventListener('keydown', this.#heard, true);
  }
}

/** Tells the rest of the editor when a composition is over and the document holds its text. */
export const compositionEnd: Extension = ViewPlugin.fromClass(CompositionEnd, {
  eventObservers: {
    compositionend(event) {
      this.ended(event.data);
    },
    blur(_event, view) {
      // The focus that leaves the text has ended every other composition; when it leaves the window, one may go on.
      if (view.root.activeElement !== view.contentDOM) endOrphan(view);
    },
  },
});
