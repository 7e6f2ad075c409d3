import { Facet, type Extension } from '@codemirror/state';
import { ViewPlugin, type EditorView } from '@codemirror/view';

/** What to do with the text an IME has just committed. The first that answers true has dealt with it. */
export const onCommitted = Facet.define<(view: EditorView, text: string) => boolean>();

class CompositionEnd {
  readonly view: EditorView;
  #gone = false;

  constructor(view: EditorView) {
    this.view = view;
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
  }
}

/** Tells the rest of the editor when a composition is over and the document holds its text. */
export const compositionEnd: Extension = ViewPlugin.fromClass(CompositionEnd, {
  eventObservers: {
    compositionend(event) {
      this.ended(event.data);
    },
  },
});
