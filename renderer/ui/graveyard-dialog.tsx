import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Failure } from '../../core/contract/failure.ts';
import type { LostText } from '../../core/contract/graveyard.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import { insertDeleted } from '../commands/graveyard.ts';
import { isComposing } from '../is-composing.ts';
import { currentPost } from '../state/current-post.ts';
import { findDeleted, readDeleted } from '../state/graveyard.ts';
import { language, messages } from '../state/session.ts';
import { KeptActions } from './kept-actions.tsx';
import { Modal } from './modal.tsx';
import { RowList } from './row-list.tsx';

/** The height of a row in CSS pixels. */
const rowHeight = 62;
/** Milliseconds from a key to the search for it. */
const searchAfter = 120;
/** Characters shown of a text; all of it is inserted. */
const shownLength = 20_000;

/** Texts that were deleted, to be searched, read and put in again. */
export function GraveyardDialog() {
  const words = messages.value;
  const document = currentPost.value;
  const [query, setQuery] = useState('');
  const [onlyThis, setOnlyThis] = useState(false);
  const [found, setFound] = useState<readonly LostText[] | undefined>(undefined);
  const [chosen, setChosen] = useState<LostText | undefined>(undefined);
  const [text, setText] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const post = document?.id.value;

  useEffect(() => {
    let wanted = true;
    const search = async (): Promise<void> => {
      const answer = await findDeleted(query, onlyThis ? post : undefined);
      if (!wanted) return;
      if (answer.ok) {
        setFound(answer.value);
        setChosen(answer.value[0]);
      } else setFailure(answer.failure);
    };
    const timer = setTimeout(() => void search(), found === undefined ? 0 : searchAfter);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [query, onlyThis]);

  useEffect(() => {
    let wanted = true;
    setText(undefined);
    if (chosen !== undefined)
      void readDeleted(chosen.id).then((answer) => {
        if (!wanted) return;
        if (answer.ok) setText(answer.value);
        else setFailure(answer.failure);
      });
    return () => {
      wanted = false;
    };
  }, [chosen?.id]);

  const rows = useMemo(() => {
    const times = new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short' });
    return (found ?? []).map((lost) => {
      const title = lost.title === '' ? words.untitled : lost.title;
      const about = `${times.format(lost.at)} · ${words.kept.characters(lost.length)} · ${title}`;
      return {
        key: lost.id,
        label: `${lost.excerpt}, ${about}`,
        content: (
          <>
            <span class="lost-excerpt">{lost.excerpt}</span>
            <span class="lost-about">{about}</span>
          </>
        ),
      };
    });
  }, [found, words, language.value]);

  const writable = document !== undefined && document.saveState.value.kind !== 'read-only';
  const insert = (): void => {
    if (chosen !== undefined && writable) void insertDeleted(chosen.id);
  };
  return (
    <Modal label={words.kept.graveyard} class="wide-dialog">
      <div class="dialog-body">
        <h2 class="dialog-title">{words.kept.graveyard}</h2>
        <div class="kept-tools">
          <input
            class="text-field"
            type="search"
            autofocus
            aria-label={words.kept.graveyardSearch}
            placeholder={words.kept.graveyardSearch}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || isComposing(event)) return;
              event.preventDefault();
              insert();
            }}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={onlyThis}
              disabled={post === undefined}
              onChange={(event) => setOnlyThis(event.currentTarget.checked)}
            />
            {words.kept.graveyardOnlyThis}
          </label>
        </div>
        <div class="kept-panes even">
          <div class="kept-list">
            {found?.length === 0 && (
              <p class="kept-empty">
                {query.trim() === '' ? words.kept.graveyardEmpty : words.kept.graveyardNothingFound}
              </p>
            )}
            {rows.length > 0 && (
              <RowList
                label={words.kept.graveyard}
                rows={rows}
                rowHeight={rowHeight}
                active={rows.findIndex(({ key }) => key === chosen?.id)}
                onActive={(at) => setChosen(found?.[at])}
              />
            )}
          </div>
          <div class="kept-side">
            {failure !== undefined && <p class="error">{failureMessage(failure, language.value)}</p>}
            {text !== undefined && (
              <textarea
                class="lost-text"
                readOnly
                aria-label={words.kept.graveyardText}
                value={text.length > shownLength ? `${text.slice(0, shownLength)}…` : text}
              />
            )}
          </div>
        </div>
        <KeptActions
          text={text}
          label={words.kept.graveyardInsert}
          canPutBack={text !== undefined && writable}
          putBack={insert}
        />
      </div>
    </Modal>
  );
}
