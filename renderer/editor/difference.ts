import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

export interface DifferenceOptions {
  readonly parent: HTMLElement;
  /** Undefined for a text that is new as a whole. */
  readonly before: string | undefined;
  readonly after: string;
  /** The accessible name, and what stands for lines that are left out (`$` is their number). */
  readonly words: { readonly label: string; readonly unchanged: string };
  readonly nonce: string;
}

/** Shows how a text differs from an earlier one, line by line, for reading only. Answers how to take it away. */
export function showDifference({ parent, before, after, words, nonce }: DifferenceOptions): () => void {
  const view = new EditorView({
    parent,
    doc: after,
    extensions: [
      EditorView.lineWrapping,
      EditorState.lineSeparator.of('\n'),
      EditorState.readOnly.of(true),
      EditorState.phrases.of({ '$ unchanged lines': words.unchanged }),
      EditorView.contentAttributes.of({ 'aria-label': words.label, 'aria-readonly': 'true' }),
      EditorView.cspNonce.of(nonce),
      before === undefined
        ? []
        : unifiedMergeView({
            original: before,
            mergeControls: false,
            gutter: true,
            collapseUnchanged: { margin: 2, minSize: 6 },
            // Two texts that have little in common are not worth seconds of work.
            diffConfig: { scanLimit: 2000, timeout: 500 },
          }),
    ],
  });
  return () => view.destroy();
}
