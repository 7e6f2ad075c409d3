import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { storeImages } from '../commands/images.ts';
import { openLink } from '../commands/links.ts';
import { setEditor } from '../commands/surfaces.ts';
import { caretMoved, editorChanged, editorEdits, editorScrolled } from '../commands/follow.ts';
import { createEditor, type PostEditor } from '../editor/editor.ts';
import { editorPhrases } from '../../core/messages/messages.ts';
import { noteTurnover } from '../state/graveyard.ts';
import { notifyTooLarge } from '../state/notices.ts';
import { language, messages } from '../state/session.ts';

/** Mounts CodeMirror and hands it to the commands. */
export function EditorPane() {
  const host = useRef<HTMLDivElement>(null);
  const pane = useRef<PostEditor | undefined>(undefined);
  // In the same task as the render: what shows the first post expects the pane to be there.
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const created = createEditor({
      parent: host.current,
      words: editorWords(),
      nonce: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? '',
      callbacks: {
        onEdit: editorEdits,
        onChange: editorChanged,
        onCaret: caretMoved,
        onScroll: editorScrolled,
        onTurnover: noteTurnover,
        onFiles: (files) => void storeImages(files),
        onLink: (address) => void openLink(address),
        onTooLarge: notifyTooLarge,
      },
    });
    pane.current = created;
    setEditor(created);
    return () => {
      setEditor(undefined);
      created.destroy();
    };
  }, []);
  const locale = language.value;
  const spoken = useRef(locale);
  useEffect(() => {
    // The pane was made with the first ones; to say them again it would build its text anew.
    if (spoken.current === locale) return;
    spoken.current = locale;
    pane.current?.setWords(editorWords());
  }, [locale]);
  return <div ref={host} class="editor-pane" />;
}

const editorWords = () => ({
  label: messages.value.editorBody,
  placeholder: messages.value.editorPlaceholder,
  phrases: editorPhrases(language.value),
});
