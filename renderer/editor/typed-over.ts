import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * A letter typed over a selection becomes an edit before the page changes. Left to itself, Chromium joins the lines that
 * are left and writes the look of what stood there into style attributes, which the content security policy refuses; and
 * with a long post selected it would take all of it apart first. What an IME composes stays with the page.
 */
export const typedOver: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { state } = view;
    const { from, to, empty } = state.selection.main;
    const text = event.data ?? '';
    if (event.inputType !== 'insertText' || event.isComposing || view.compositionStarted) return false;
    if (text === '' || empty || state.readOnly) return false;
    const insert = () =>
      state.update(state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
    const handled = state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, from, to, text, insert));
    if (!handled) view.dispatch(insert());
    // The page is left as it is; CodeMirror has drawn what it is now.
    return true;
  },
});
