import { failureMessage } from '../../core/messages/failures.ts';
import { closeAnyway } from '../commands/closing.ts';
import { currentPost, saveState } from '../state/current-post.ts';
import { closeDialog } from '../state/dialogs.ts';
import { language, messages } from '../state/session.ts';
import { Modal } from './modal.tsx';

export function CloseUnsavedDialog() {
  const words = messages.value;
  const state = saveState.value;
  return (
    <Modal label={words.closeUnsaved}>
      <div class="dialog-body">
        <h2 class="dialog-title">{words.closeUnsaved}</h2>
        <p class="error">
          {state.kind === 'failed'
            ? words.closeUnsavedText(failureMessage(state.failure, language.value))
            : state.kind === 'conflict'
              ? words.closeUnsavedConflict
              : words.closeUnsavedWaiting(currentPost.value?.path.value ?? '')}
        </p>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={() => void closeAnyway()}>
            {words.closeUnsavedClose}
          </button>
          <button type="button" class="button primary" autofocus onClick={closeDialog}>
            {words.closeUnsavedKeepOpen}
          </button>
        </div>
      </div>
    </Modal>
  );
}
