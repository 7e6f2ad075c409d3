/** The text of whatever editor is in the page, by its own interface; offsets are UTF-16 units of its Markdown. */
export interface TextControl {
  read(): string;
  replace(from: number, to: number, insert: string): void;
  /** Selects, scrolls there and takes the focus. */
  select(from: number, to: number): void;
}

interface CodeMirror6 {
  readonly state: { readonly doc: { toString(): string } };
  dispatch(change: object): void;
  focus(): void;
}

interface CodeMirror5 {
  getValue(): string;
  posFromIndex(index: number): object;
  replaceRange(text: string, from: object, to: object): void;
  setSelection(anchor: object, head: object): void;
  focus(): void;
}

type Place = readonly [line: number, character: number];
interface ToastUi {
  getMarkdown(): string;
  replaceSelection(text: string, from: Place, to: Place): void;
  setSelection(from: Place, to: Place): void;
  focus(): void;
}

/** Throws when the page has no editor that is known here. */
export function findTextControl(): TextControl {
  const newer = document.querySelector<Element & { cmTile?: { root: { view: CodeMirror6 } } }>(
    '.cm-content',
  )?.cmTile;
  if (newer !== undefined) return codeMirror6(newer.root.view);
  const older = document.querySelector<Element & { CodeMirror?: CodeMirror5 }>('.CodeMirror')?.CodeMirror;
  if (older !== undefined) return codeMirror5(older);
  const { toastUi } = globalThis as { toastUi?: ToastUi };
  if (toastUi !== undefined) return toast(toastUi);
  throw new Error('no editor that the bench knows');
}

const codeMirror6 = (view: CodeMirror6): TextControl => ({
  read: () => view.state.doc.toString(),
  replace: (from, to, insert) => view.dispatch({ changes: { from, to, insert } }),
  select(anchor, head) {
    view.dispatch({ selection: { anchor, head }, scrollIntoView: true });
    view.focus();
  },
});

const codeMirror5 = (editor: CodeMirror5): TextControl => ({
  read: () => editor.getValue(),
  replace: (from, to, insert) =>
    editor.replaceRange(insert, editor.posFromIndex(from), editor.posFromIndex(to)),
  select(from, to) {
    editor.setSelection(editor.posFromIndex(from), editor.posFromIndex(to));
    editor.focus();
  },
});

function toast(editor: ToastUi): TextControl {
  const placeIn = (text: string, offset: number): Place => {
    const lines = text.slice(0, offset).split('\n');
    return [lines.length, (lines.at(-1) ?? '').length + 1];
  };
  return {
    read: () => editor.getMarkdown(),
    replace(from, to, insert) {
      const text = editor.getMarkdown();
      editor.replaceSelection(insert, placeIn(text, from), placeIn(text, to));
    },
    select(from, to) {
      const text = editor.getMarkdown();
      editor.focus();
      editor.setSelection(placeIn(text, from), placeIn(text, to));
    },
  };
}
