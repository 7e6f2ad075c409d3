import { useEffect, useState } from 'preact/hooks';
import type { BackupState } from '../../core/contract/backup.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import { asked, backUpNow, backupJob, backupState, refreshBackups } from '../state/backups.ts';
import { changeSettings, language, messages, settings } from '../state/session.ts';
import { momentText, percentText, sizeText } from './amounts.ts';
import { BackupList } from './backup-list.tsx';
import { BackupPosts } from './backup-posts.tsx';

/** Gigabytes to choose from. */
const limits = [1, 2, 5, 10, 20, 50, 100, 500];

/** Whether, where and how much is backed up, whether it can be restored, and the ways back. */
export function SettingsBackups() {
  const [postsOf, setPostsOf] = useState<string | undefined>(undefined);
  const state = backupState.value;
  useEffect(() => void refreshBackups(), []);
  if (state === undefined) return null;
  const chosen = state.backups.find(({ id }) => id === postsOf);
  if (chosen !== undefined) return <BackupPosts backup={chosen} onBack={() => setPostsOf(undefined)} />;
  return (
    <>
      <BackupChoices state={state} />
      <BackupNews state={state} />
      <BackupActions state={state} />
      <BackupList state={state} onPosts={setPostsOf} />
    </>
  );
}

function BackupChoices({ state }: { readonly state: BackupState }) {
  const words = messages.value.backups;
  const { backups: on, backupGigabytes } = settings.value;
  const locale = language.value;
  const choose = async (choice: 'ask' | undefined): Promise<void> => {
    await asked('backup.chooseFolder', choice);
    await refreshBackups();
  };
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) =>
            void changeSettings({ backups: event.currentTarget.checked }).then(refreshBackups)
          }
        />
        {words.on}
      </label>
      <p class="hint">{words.about}</p>
      <div class="form-row">
        <span>{words.folder}</span>
        <span class="with-button">
          <span class="path-shown" title={state.folder}>
            {state.chosen ? state.folder : words.folderDefault}
          </span>
          <button type="button" class="button" onClick={() => void choose('ask')}>
            {words.chooseFolder}
          </button>
          {state.chosen && (
            <button type="button" class="button" onClick={() => void choose(undefined)}>
              {words.useDefault}
            </button>
          )}
        </span>
        {state.chosen && <p class="hint">{words.folderHint}</p>}
      </div>
      <label class="form-row">
        <span>{words.limit}</span>
        <select
          class="select"
          value={String(backupGigabytes)}
          onChange={(event) => void changeSettings({ backupGigabytes: Number(event.currentTarget.value) })}
        >
          {[...new Set([...limits, backupGigabytes])]
            .toSorted((a, b) => a - b)
            .map((size) => (
              <option key={size} value={String(size)}>
                {words.gigabytes(size.toLocaleString(locale))}
              </option>
            ))}
        </select>
      </label>
    </>
  );
}

/** When it was last done, how much lies there, and whether it comes back. */
function BackupNews({ state }: { readonly state: BackupState }) {
  const words = messages.value.backups;
  const locale = language.value;
  const [newest] = state.backups;
  const { drill, lastGoodDrill, failure } = state;
  return (
    <div class="backup-news" role="status">
      {newest === undefined ? (
        <p>{state.on ? words.none : words.noneOff}</p>
      ) : (
        <p>
          {words.last(momentText(newest.takenAt, locale))}{' '}
          <span class="hint">{words.size(state.backups.length, sizeText(state.bytes, locale))}</span>
        </p>
      )}
      {drill === undefined && newest !== undefined && <p class="hint">{words.drillNone}</p>}
      {drill?.wrong.length === 0 && <p>{words.drillGood(momentText(drill.at, locale), drill.files)}</p>}
      {drill !== undefined && drill.wrong.length > 0 && (
        <p class="error">
          {words.drillBad(momentText(drill.at, locale), drill.wrong.join(', '))}{' '}
          {lastGoodDrill !== undefined && words.drillLastGood(momentText(lastGoodDrill, locale))}
        </p>
      )}
      {failure !== undefined && failure.kind !== 'backup-unsound' && (
        <p class="error">{failureMessage(failure, locale)}</p>
      )}
    </div>
  );
}

function BackupActions({ state }: { readonly state: BackupState }) {
  const words = messages.value.backups;
  const job = backupJob.value;
  if (job !== undefined) {
    return (
      <div class="backup-actions">
        <progress
          {...(job.total === 0 ? {} : { value: job.done, max: job.total })}
          aria-label={words.jobs[job.name]}
        />
        <span class="hint">
          {words.job(words.jobs[job.name], percentText(job.done, job.total, language.value))}
        </span>
        <button type="button" class="button" onClick={() => void asked('backup.callOff')}>
          {words.stop}
        </button>
      </div>
    );
  }
  return (
    <div class="backup-actions">
      <button type="button" class="button" onClick={() => void backUpNow()}>
        {words.now}
      </button>
      <button
        type="button"
        class="button"
        disabled={state.backups.length === 0}
        onClick={() => void asked('backup.drill')}
      >
        {words.drill}
      </button>
    </div>
  );
}
