import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** What a person reads or hears in the editor, in the language of the interface. */
export interface EditorWords {
  /** Accessible name of the text. */
  readonly label: string;
  /** Shown while the post is empty. */
  readonly placeholder: string;
  /** CodeMirror's own phrases and those of the search panel. */
  readonly phrases: Readonly<Record<string, string>>;
}

/** Marks an empty text for the style sheet, which shows the placeholder. */
const emptiness = EditorView.editorAttributes.compute(['doc'], ({ doc }): Record<string, string> =>
  doc.length === 0 ? { class: 'cm-empty' } : {},
);

/**
 * The words as an extension. The placeholder is a matter of the style sheet alone: an element in the text would
 * vanish under the first composition of a new post.
 */
export function wordsOf({ label, placeholder, phrases }: EditorWords): Extension {
  return [
    EditorState.phrases.of({ ...phrases }),
    emptiness,
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-placeholder': placeholder,
      style: `--placeholder: ${JSON.stringify(placeholder)}`,
    }),
  ];
}
