import { computed } from '@preact/signals';
import { failureMessage } from '../../core/messages/failures.ts';
import type { Messages } from '../../core/messages/en.ts';
import type { Language } from '../../core/contract/settings.ts';
import { backupJob } from '../state/backups.ts';
import { saveState } from '../state/current-post.ts';
import { openSettings } from '../state/dialogs.ts';
import type { SaveState } from '../state/shown-saves.ts';
import { language, messages } from '../state/session.ts';
import { listSeen, outlineShown, previewShown } from '../state/view.ts';
import { percentText } from './amounts.ts';
import { Counters } from './counters.tsx';
import { IconButton } from './icon-button.tsx';
import { ProblemCount } from './problem-count.tsx';

function saveText(state: SaveState, words: Messages, locale: Language): string {
  switch (state.kind) {
    case 'new':
      return words.saveNew;
    case 'edited':
      return words.saveEdited;
    case 'saving':
      return words.saveSaving;
    case 'saved':
      return state.at === undefined
        ? words.saveSaved
        : words.saveSavedAt(
            new Date(state.at).toLocaleTimeString(locale, {
              hour: 'numeric',
              minute: '2-digit',
              second: '2-digit',
            }),
          );
    case 'failed':
      return words.saveFailed(failureMessage(state.failure, locale));
    case 'conflict':
      return state.theirs === undefined ? words.goneOutside : words.changedOutside;
    case 'read-only':
      return words.saveReadOnly;
  }
}

// Bound to the page as signals: they change in the same task as the edit, not with the next render.
const stateText = computed(() => saveText(saveState.value, messages.value, language.value));
const stateKind = computed(() => saveState.value.kind);

/** A word about the backup that is being made, and the way to all about it. */
function BackupJob() {
  const words = messages.value.backups;
  const job = backupJob.value;
  if (job === undefined) return null;
  return (
    <button type="button" class="status-button" onClick={() => openSettings('backups')}>
      {words.job(words.jobs[job.name], percentText(job.done, job.total, language.value))}
    </button>
  );
}

export function StatusLine() {
  const words = messages.value;
  return (
    <footer class="status-line">
      <div class="status-row">
        <span class="save-state" role="status" aria-label={words.saveState} data-state={stateKind}>
          {stateText}
        </span>
        <BackupJob />
        <Counters />
        <ProblemCount />
        <span>
          <IconButton command="view.toggleList" icon="list" pressed={listSeen.value} />
          <IconButton command="view.toggleOutline" icon="outline" pressed={outlineShown.value} />
          <IconButton command="view.togglePreview" icon="preview" pressed={previewShown.value} />
        </span>
      </div>
    </footer>
  );
}
