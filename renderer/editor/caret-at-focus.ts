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
    if (view.compositionStarted) return;
    view.focus();
    putCaret(view);
  },
});

/**
 * CodeMirror sees no need when the caret stood right as it looked last: a click on what can be selected, such as the
 * words of a notice, has moved it since.
 */
function putCaret(view: EditorView): void {
  const shown = view.dom.ownerDocument.getSelection();
  const { anchor, head } = view.state.selection.main;
  const focus = shown?.focusNode;
  if (
    !shown ||
    (focus && view.contentDOM.contains(focus) && view.posAtDOM(focus, shown.focusOffset) === head)
  )
    return;
  const from = view.domAtPos(anchor);
  const to = view.domAtPos(head);
  shown.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
