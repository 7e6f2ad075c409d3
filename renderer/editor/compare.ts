import { history, historyKeymap } from '@codemirror/commands';
import { MergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

export interface CompareOptions {
  readonly parent: HTMLElement;
  readonly mine: string;
  readonly theirs: string;
  /** Accessible names of the two texts, and of the buttons that take one difference over. */
  readonly words: { readonly mine: string; readonly theirs: string; readonly takeOne: string };
  readonly nonce: string;
}

export interface Comparison {
  /** The author's side, with what was taken over from the other. */
  mine(): string;
  destroy(): void;
}

/** Two versions of a post side by side. Each difference can be taken over from the right into the left, which is editable. */
export function compareVersions({ parent, mine, theirs, words, nonce }: CompareOptions): Comparison {
  const side = (label: string): Extension => [
    EditorView.lineWrapping,
    EditorState.lineSeparator.of('\n'),
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorView.cspNonce.of(nonce),
  ];
  const view = new MergeView({
    parent,
    a: { doc: mine, extensions: [side(words.mine), history(), keymap.of(historyKeymap)] },
    b: { doc: theirs, extensions: [side(words.theirs), EditorState.readOnly.of(true)] },
    collapseUnchanged: { margin: 2, minSize: 6 },
    gutter: true,
    revertControls: 'b-to-a',
    renderRevertControl: () => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = '←';
      button.title = words.takeOne;
      button.setAttribute('aria-label', words.takeOne);
      return button;
    },
  });
  return { mine: () => view.a.state.doc.toString(), destroy: () => view.destroy() };
}
