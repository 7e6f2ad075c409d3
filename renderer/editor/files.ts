import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { EditorCallbacks } from './callbacks.ts';

/** Files of a paste or drop. Office programs send a picture of what they also send as text: then the text counts. */
function filesOf(data: DataTransfer | null): readonly File[] {
  if (data === null || data.files.length === 0) return [];
  const isText = data.getData('text/html') !== '' && data.getData('text/plain') !== '';
  return isText ? [] : Array.from(data.files);
}

/** Hands files that are pasted or dropped to the caller, with the caret where they were dropped. */
export function receiveFiles({ onFiles }: EditorCallbacks): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const files = filesOf(event.clipboardData);
      if (files.length === 0 || view.state.readOnly) return false;
      onFiles(files);
      return true;
    },
    drop(event, view) {
      const files = filesOf(event.dataTransfer);
      if (files.length === 0) return false;
      if (view.state.readOnly) return true;
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
      view.dispatch({ selection: { anchor: at }, userEvent: 'select.pointer' });
      view.focus();
      onFiles(files);
      return true;
    },
  });
}
