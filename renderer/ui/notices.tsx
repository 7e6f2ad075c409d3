import { useEffect } from 'preact/hooks';
import { copiedSentences } from '../../core/messages/copy.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import type { Messages } from '../../core/messages/en.ts';
import { stopWaiting } from '../commands/held-keys.ts';
import { restoreVersion } from '../commands/history.ts';
import { restoreTrashed } from '../commands/trash.ts';
import { longWait } from '../commands/turns.ts';
import { dismiss, notices, type Notice, type ShownNotice } from '../state/notices.ts';
import { language, messages } from '../state/session.ts';
import { Icon } from './icon.tsx';

/** Milliseconds a word stays that asks nothing of the author; one with a way back, or of something that was not done, stays longer. */
const passing = 5000;
const withUndo = 15000;
const afterLoss = 45000;

function stays(notice: Notice): number {
  if (notice.kind === 'shrunk') return afterLoss;
  return ['trashed', 'letGo', 'historyTrouble', 'editTooLarge'].includes(notice.kind) ? withUndo : passing;
}

function noticeText(notice: Notice, words: Messages): string {
  switch (notice.kind) {
    case 'failure':
      return failureMessage(notice.failure, language.value);
    case 'trashed':
      return words.movedToTrash(notice.title === '' ? words.untitled : notice.title);
    case 'restored':
      return words.restored(notice.title === '' ? words.untitled : notice.title);
    case 'imageStored':
      return words.imageStored(notice.name);
    case 'imageNotKnown':
      return words.imageNotKnown(notice.name);
    case 'editTooLarge':
      return words.editTooLarge(notice.size, notice.limit);
    case 'linkRefused':
      return words.linkRefused(notice.address);
    case 'savedElsewhere':
      return words.savedElsewhere(notice.path);
    case 'exportedAgain':
      return words.exportedAgain(notice.count, notice.folder);
    case 'backedUp':
      return words.backedUp;
    case 'exportUndone':
      return words.exportUndone(notice.undone.restored, notice.undone.removed, notice.undone.folder);
    case 'pdfSaved':
      return words.pdfSaved(notice.path);
    case 'copiedHtml':
      return words.copiedHtml;
    case 'copiedFor':
      return copiedSentences(notice.target, notice.copied, language.value);
    case 'copied':
      return words.kept.copied;
    case 'shrunk': {
      const title = notice.title === '' ? words.untitled : notice.title;
      return notice.part === 'text' ? words.kept.shrunkText(title) : words.kept.shrunkHeader(title);
    }
    case 'letGo':
      return words.letGo(notice.title === '' ? words.untitled : notice.title);
    case 'versionRestored':
      return words.kept.versionRestored;
    case 'historyTrouble':
      return words.kept.historyTrouble(failureMessage(notice.failure, language.value));
  }
}

/** A failure, and what is still to be done by hand. */
const staysUntilRead = (notice: Notice): boolean =>
  notice.kind === 'failure' || (notice.kind === 'copiedFor' && notice.copied.byHand.length > 0);

function NoticeRow({ shown: { number, notice } }: { readonly shown: ShownNotice }) {
  const words = messages.value;
  useEffect(() => {
    if (staysUntilRead(notice)) return undefined;
    const timer = setTimeout(() => dismiss(number), stays(notice));
    return () => clearTimeout(timer);
  }, [number]);
  return (
    <div class={notice.kind === 'failure' ? 'notice danger' : 'notice'}>
      <span class="notice-text">{noticeText(notice, words)}</span>
      {notice.kind === 'trashed' && (
        <button type="button" class="button" onClick={() => void restoreTrashed(notice.ticket, notice.title)}>
          {words.undo}
        </button>
      )}
      {notice.kind === 'shrunk' && (
        <button
          type="button"
          class="button"
          onClick={() => {
            dismiss(number);
            void restoreVersion({ kind: 'post', post: notice.post }, notice.hash);
          }}
        >
          {words.kept.restore}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={words.dismiss} onClick={() => dismiss(number)}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Stays as long as the wait. */
function LongWait() {
  const wait = longWait.value;
  const words = messages.value;
  return (
    wait !== undefined && (
      <div class="notice danger" data-long-wait>
        <span class="notice-text">{words.noAnswer(wait.path)}</span>
        <button type="button" class="button" onClick={stopWaiting}>
          {words.stopWaiting}
        </button>
      </div>
    )
  );
}

export function Notices() {
  return (
    <div class="notices" role="log" aria-live="polite">
      <LongWait />
      {notices.value.map((shown) => (
        <NoticeRow key={shown.number} shown={shown} />
      ))}
    </div>
  );
}
