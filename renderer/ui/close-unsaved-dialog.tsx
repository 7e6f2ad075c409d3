import { failureMessage } from '../../core/messages/failures.ts';
import { closeAnyway } from '../commands/closing.ts';
import { saveElsewhere } from '../commands/post-file.ts';
import { currentPost, saveState } from '../state/current-post.ts';
import { closeDialog } from '../state/dialogs.ts';
import { language, messages } from '../state/session.ts';
import { Modal } from './modal.tsx';

/** What becomes of the last changes when the window closes now. */
function whatIsUnsaved(): string {
  const words = messages.value;
  const journal = currentPost.value?.journalState.value;
  if (journal?.kind === 'nowhere')
    return words.closeUnsavedLost(failureMessage(journal.failure, language.value));
  const state = saveState.value;
  if (state.kind === 'failed') return words.closeUnsavedText(failureMessage(state.failure, language.value));
  if (state.kind === 'conflict') return words.closeUnsavedConflict;
  return words.closeUnsavedWaiting(currentPost.value?.path.value ?? '');
}

export function CloseUnsavedDialog() {
  const words = messages.value;
  const isLost = currentPost.value?.journalState.value.kind === 'nowhere';
  return (
    <Modal label={words.closeUnsaved}>
      <div class="dialog-body">
        <h2 class="dialog-title">{words.closeUnsaved}</h2>
        <p class="error">{whatIsUnsaved()}</p>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={() => void closeAnyway()}>
            {isLost ? words.closeUnsavedLose : words.closeUnsavedClose}
          </button>
          <button type="button" class="button" onClick={() => void saveElsewhere()}>
            {words.saveElsewhere}
          </button>
          <button type="button" class="button primary" autofocus onClick={closeDialog}>
            {words.closeUnsavedKeepOpen}
          </button>
        </div>
      </div>
    </Modal>
  );
}
