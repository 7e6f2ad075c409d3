import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../core/contract/failure.ts';
import type { PostVersion } from '../../core/contract/history.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import { restoreVersion } from '../commands/history.ts';
import { currentPost } from '../state/current-post.ts';
import { listVersions, readVersion, shownHistory, type ShownHistory } from '../state/history.ts';
import { language, messages } from '../state/session.ts';
import { readTrashed } from '../state/trash.ts';
import { KeptActions } from './kept-actions.tsx';
import { Modal } from './modal.tsx';
import { RowList } from './row-list.tsx';
import { VersionDiff } from './version-diff.tsx';
import { versionRows } from './version-rows.tsx';

/** The height of a row in CSS pixels. */
const rowHeight = 46;

/** The versions of a post, each beside the text of now. */
export function HistoryDialog() {
  const shown = shownHistory.value;
  const words = messages.value;
  if (shown === undefined) return null;
  const title = shown.title === '' ? words.untitled : shown.title;
  return (
    <Modal label={words.kept.historyOf(title)} class="wide-dialog">
      <div class="dialog-body">
        <h2 class="dialog-title">{words.kept.historyOf(title)}</h2>
        <Versions shown={shown} />
      </div>
    </Modal>
  );
}

function Versions({ shown: { of } }: { readonly shown: ShownHistory }) {
  const words = messages.value;
  const [versions, setVersions] = useState<readonly PostVersion[] | undefined>(undefined);
  const [chosen, setChosen] = useState<PostVersion | undefined>(undefined);
  const [text, setText] = useState<{ readonly hash: string; readonly text: string } | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  /** The text of a trashed post; that of an open one is the window's. */
  const trashed = useRef('');

  useEffect(() => {
    void (async () => {
      const inTrash = of.kind === 'trashed' ? await readTrashed(of.ticket) : undefined;
      const answer = await listVersions(of);
      if (inTrash?.ok === false) setFailure(inTrash.failure);
      if (inTrash?.ok === true) trashed.current = inTrash.value;
      if (!answer.ok) {
        setFailure(answer.failure);
        return;
      }
      setVersions(answer.value);
      const now = currentPost.value?.hash;
      setChosen(answer.value.find(({ hash }) => of.kind === 'trashed' || hash !== now) ?? answer.value[0]);
    })();
  }, []);

  useEffect(() => {
    if (chosen === undefined) return undefined;
    let wanted = true;
    void readVersion(of, chosen.hash).then((answer) => {
      if (!wanted) return;
      setFailure(answer.ok ? undefined : answer.failure);
      setText(answer.ok ? { hash: chosen.hash, text: answer.value } : undefined);
    });
    return () => {
      wanted = false;
    };
  }, [chosen?.hash]);

  const rows = useMemo(
    () => versionRows(versions ?? [], words, language.value),
    [versions, words, language.value],
  );
  const isOpen = of.kind === 'post';
  const restorable = text?.hash === chosen?.hash ? text : undefined;
  return (
    <>
      <div class="kept-panes">
        <div class="kept-list">
          {versions?.length === 0 && <p class="kept-empty">{words.kept.historyEmpty}</p>}
          {versions !== undefined && versions.length > 0 && (
            <RowList
              label={words.kept.historyVersions}
              rows={rows}
              rowHeight={rowHeight}
              active={rows.findIndex(({ version }) => version !== undefined && version === chosen)}
              onActive={(at) => setChosen(rows[at]?.version)}
              autofocus
            />
          )}
        </div>
        <div class="kept-side">
          {failure !== undefined && <p class="error">{failureMessage(failure, language.value)}</p>}
          {failure === undefined && text === undefined && versions?.length !== 0 && (
            <p class="kept-empty">{words.kept.historyLoading}</p>
          )}
          {text !== undefined && (
            <VersionDiff
              then={text.text}
              now={() => (isOpen ? (currentPost.value?.text.sliceString(0) ?? '') : trashed.current)}
              isOpen={isOpen && currentPost.value?.saveState.value.kind !== 'read-only'}
            />
          )}
        </div>
      </div>
      <KeptActions
        text={restorable?.text}
        label={isOpen ? words.kept.historyRestore : words.kept.historyRestoreTrashed}
        canPutBack={restorable !== undefined}
        putBack={() => void restoreVersion(of, restorable?.hash ?? '')}
      />
    </>
  );
}
