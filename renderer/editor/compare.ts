import { history, historyKeymap } from '@codemirror/commands';
import { MergeView, getChunks } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { TextEdit } from '../../core/contract/text.ts';
import { editsOf } from './reports.ts';

export interface CompareSide {
  readonly text: string;
  /** Accessible name. */
  readonly label: string;
  readonly editable?: boolean;
}

export interface CompareOptions {
  readonly parent: HTMLElement;
  readonly left: CompareSide;
  readonly right: CompareSide;
  /** The side that takes single differences over from the other one, by a button each. */
  readonly into: 'left' | 'right' | undefined;
  readonly words: {
    /** Accessible name of such a button. */
    readonly takeOne: string;
    readonly phrases: Readonly<Record<string, string>>;
  };
  /** Called when a difference was taken over: the edits of that side, in its text before. */
  readonly onTaken?: (edits: readonly TextEdit[]) => void;
  readonly nonce: string;
}

export interface Comparison {
  /** The text of a side, with what was taken over or typed there. */
  text(side: 'left' | 'right'): string;
  /** Whether every difference could be looked for in the time that there is. */
  readonly precise: boolean;
  destroy(): void;
}

/** Milliseconds after which differences are marked by larger parts: two long texts may have little in common. */
const patience = 300;

/** Two versions of a post side by side, equal parts folded. */
export function compareVersions(options: CompareOptions): Comparison {
  const { parent, left, right, into, words, onTaken, nonce } = options;
  const side = ({ label, editable = false }: CompareSide): Extension => [
    EditorView.lineWrapping,
    EditorState.lineSeparator.of('\n'),
    EditorState.phrases.of({ ...words.phrases }),
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorView.cspNonce.of(nonce),
    editable
      ? [history(), keymap.of(historyKeymap)]
      : [EditorState.readOnly.of(true), EditorView.contentAttributes.of({ 'aria-readonly': 'true' })],
    EditorView.updateListener.of(({ transactions }) => {
      for (const transaction of transactions)
        if (transaction.isUserEvent('revert')) onTaken?.(editsOf(transaction.changes));
    }),
  ];
  const view = new MergeView({
    parent,
    a: { doc: left.text, extensions: side(left) },
    b: { doc: right.text, extensions: side(right) },
    gutter: true,
    diffConfig: { scanLimit: 500, timeout: patience },
    // Two equal texts are there to be read.
    ...(left.text === right.text ? {} : { collapseUnchanged: { margin: 2, minSize: 6 } }),
    ...(into === undefined
      ? {}
      : {
          revertControls: into === 'left' ? 'b-to-a' : 'a-to-b',
          renderRevertControl: () => takeButton(into === 'left' ? '←' : '→', words.takeOne),
        }),
  });
  return {
    text: (which) => (which === 'left' ? view.a : view.b).state.doc.toString(),
    precise: getChunks(view.a.state)?.chunks.every((chunk) => chunk.precise) ?? true,
    destroy: () => view.destroy(),
  };
}

function takeButton(sign: string, name: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = sign;
  button.title = name;
  button.setAttribute('aria-label', name);
  // The view hears the mouse only.
  button.addEventListener('click', (event) => {
    if (event.detail === 0) button.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  });
  return button;
}
