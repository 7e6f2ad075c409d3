import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * The page's caret is where the author's is from the moment at which the text gets the focus. The browser leaves it in the
 * dialog that was closed, or puts it before the first line; CodeMirror puts that right after some milliseconds, and takes
 * it for the author's wish when the page was busy for longer: what an IME commits meanwhile would stand at the top of the
 * post.
 */
export const caretAtFocus: Extension = EditorView.domEventObservers({
  focus(_event, view) {
    if (!view.compositionStarted) view.focus();
  },
});
