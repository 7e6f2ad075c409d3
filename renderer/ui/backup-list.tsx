import { useState } from 'preact/hooks';
import type { BackupState, RestoredLibrary } from '../../core/contract/backup.ts';
import { asked } from '../state/backups.ts';
import { language, messages } from '../state/session.ts';
import { momentText, sizeText } from './amounts.ts';

interface Props {
  readonly state: BackupState;
  /** The posts of this backup are to be shown. */
  readonly onPosts: (id: string) => void;
}

/** Every backup with the ways to bring it back. */
export function BackupList({ state, onPosts }: Props) {
  const words = messages.value.backups;
  const locale = language.value;
  const [restored, setRestored] = useState<RestoredLibrary | undefined>(undefined);
  if (state.backups.length === 0) return null;
  return (
    <section aria-label={words.list}>
      <h3 class="dialog-subtitle">{words.list}</h3>
      <p class="hint">{words.restoreHint}</p>
      {restored !== undefined && <Restored restored={restored} />}
      <ul class="backups">
        {state.backups.map(({ id, takenAt, posts, files, bytes, unread }) => (
          <li key={id}>
            <span class="backup-what">
              <strong>{momentText(takenAt, locale)}</strong>
              <span class="hint">
                {words.row(posts, files)}, {sizeText(bytes, locale)}
                {unread > 0 && ` · ${words.unread(unread)}`}
              </span>
            </span>
            <button type="button" class="button" onClick={() => onPosts(id)}>
              {words.showPosts}
            </button>
            <button
              type="button"
              class="button"
              disabled={state.job !== undefined}
              onClick={() => void asked('backup.restore', id).then(setRestored)}
            >
              {words.restore}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Restored({ restored: { path, files, wrong } }: { readonly restored: RestoredLibrary }) {
  const words = messages.value.backups;
  return (
    <div class="backup-news" role="status">
      <p>{words.restored(files - wrong.length, path)}</p>
      {wrong.length > 0 && <p class="error">{words.restoredWrong(wrong.slice(0, 20).join(', '))}</p>}
      <span class="backup-actions">
        <button type="button" class="button" onClick={() => void asked('export.openFolder', path)}>
          {words.openFolder}
        </button>
        <button type="button" class="button" onClick={() => void asked('library.openInNewWindow', path)}>
          {words.openWindow}
        </button>
      </span>
    </div>
  );
}
