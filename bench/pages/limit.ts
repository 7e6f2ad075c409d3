import { editorPhrases, messagesFor } from '../../core/messages/messages.ts';
import { createEditor } from '../../renderer/editor/editor.ts';
import { documentText, host } from './document-text.ts';

const ignore = (): void => {};
const { editorBody, editorPlaceholder } = messagesFor('en');

const editor = createEditor({
  parent: host('.editor-pane'),
  words: { label: editorBody, placeholder: editorPlaceholder, phrases: editorPhrases('en') },
  callbacks: {
    onEdit: ignore,
    onChange: ignore,
    onCaret: ignore,
    onScroll: ignore,
    onFiles: ignore,
    onLink: ignore,
    onTooLarge: ignore,
    onTurnover: ignore,
  },
});
editor.show(editor.openState(await documentText(), { readOnly: false }));
editor.focus();
