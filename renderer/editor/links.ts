import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { EditorCallbacks } from './callbacks.ts';

/** The address of the link, image or bare URL at a place of the text, as it is written; undefined when there is none. */
export function addressAt(state: EditorState, at: number): string | undefined {
  for (let node = syntaxTree(state).resolveInner(at, 0) ?? null; ;) {
    const url = node.name === 'URL' ? node : node.getChild('URL');
    if (url !== null && ['URL', 'Link', 'Image', 'Autolink', 'LinkReference'].includes(node.name)) {
      return state.sliceDoc(url.from, url.to).replace(/^<(.*)>$/u, '$1');
    }
    if (node.parent === null) return undefined;
    node = node.parent;
  }
}

/** Ctrl-click (Cmd-click on macOS) on a link reports its address, and leaves the caret alone. */
export function followLinks({ onLink }: EditorCallbacks): Extension {
  return EditorView.domEventHandlers({
    mousedown(event, view) {
      const mac = navigator.platform.startsWith('Mac');
      if (event.button !== 0 || !(mac ? event.metaKey : event.ctrlKey)) return false;
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      const address = at === null ? undefined : addressAt(view.state, at);
      if (address === undefined) return false;
      onLink(/^www\./iu.test(address) ? `https://${address}` : address);
      return true;
    },
  });
}
