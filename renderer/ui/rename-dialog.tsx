import { useState } from 'preact/hooks';
import { failureMessage } from '../../core/messages/failures.ts';
import type { Failure } from '../../core/contract/failure.ts';
import { renamePost } from '../commands/post-file.ts';
import { currentPost } from '../state/current-post.ts';
import { closeDialog } from '../state/dialogs.ts';
import { language, messages } from '../state/session.ts';
import { Modal } from './modal.tsx';

/** The part of a post's folder (or file) that is its slug: without the date in front and the file's ending. */
function slugOf(id: string): string {
  const parts = id.split('/');
  const last = parts.at(-1) ?? '';
  const name = /^index\.(?:md|markdown)$/iu.test(last)
    ? (parts.at(-2) ?? '')
    : last.replace(/\.(?:md|markdown)$/iu, '');
  return name.replace(/^\d{4}-\d{2}-\d{2}(?:-\d+$|-|$)/u, '');
}

export function RenameDialog() {
  const words = messages.value;
  const [slug, setSlug] = useState(() => slugOf(currentPost.value?.id.value ?? ''));
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const rename = async (): Promise<void> => {
    const answer = await renamePost(slug);
    if (answer?.ok === true) closeDialog();
    else setFailure(answer?.failure);
  };
  return (
    <Modal label={words.rename}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <h2 class="dialog-title">{words.rename}</h2>
        <label class="form-row">
          <span>{words.renameName}</span>
          <input
            class="text-field"
            value={slug}
            autofocus
            onInput={(event) => setSlug(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
          />
          <p class="hint">{words.renameHint}</p>
        </label>
        {failure !== undefined && <p class="error">{failureMessage(failure, language.value)}</p>}
        <div class="dialog-actions">
          <button type="button" class="button" onClick={closeDialog}>
            {words.cancel}
          </button>
          <button type="submit" class="button primary">
            {words.renameAction}
          </button>
        </div>
      </form>
    </Modal>
  );
}
