import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../core/contract/failure.ts';
import type { TrashedRow } from '../../core/contract/post.ts';
import type { Messages } from '../../core/messages/en.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import { showHistory } from '../commands/history.ts';
import { removeForGood, restoreTrashed } from '../commands/trash.ts';
import { closeDialog } from '../state/dialogs.ts';
import { language, messages } from '../state/session.ts';
import { listTrashed } from '../state/trash.ts';
import { Modal } from './modal.tsx';
import { RowList, type ListRow } from './row-list.tsx';

/** The height of a row in CSS pixels. */
const rowHeight = 52;

const titleOf = ({ title, id }: TrashedRow): string => (title === '' ? id : title);

/** The posts that were thrown away, to be put back or deleted for good. */
export function TrashDialog() {
  const words = messages.value;
  const [posts, setPosts] = useState<readonly TrashedRow[] | undefined>(undefined);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [asking, setAsking] = useState(false);

  const list = async (): Promise<void> => {
    const answer = await listTrashed();
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    setPosts(answer.value);
    setChosen(answer.value[0]?.ticket);
  };
  useEffect(() => void list(), []);

  const rows = rowsOf(posts ?? [], words);
  const post = posts?.find(({ ticket }) => ticket === chosen);
  return (
    <Modal label={words.kept.trash} class="trash-dialog">
      <div class="dialog-body">
        <h2 class="dialog-title">{words.kept.trash}</h2>
        {failure !== undefined && <p class="error">{failureMessage(failure, language.value)}</p>}
        <div class="kept-list">
          {posts?.length === 0 && <p class="kept-empty">{words.kept.trashEmpty}</p>}
          {rows.length > 0 && (
            <RowList
              label={words.kept.trashPosts}
              rows={rows}
              rowHeight={rowHeight}
              active={rows.findIndex(({ key }) => key === chosen)}
              onActive={(at) => {
                setAsking(false);
                setChosen(posts?.[at]?.ticket);
              }}
              autofocus
            />
          )}
        </div>
        {asking && post !== undefined ? (
          <Question
            post={post}
            answer={(yes) => {
              setAsking(false);
              if (yes) void removeForGood(post.ticket).then(list);
            }}
          />
        ) : (
          <div class="dialog-actions">
            <button type="button" class="button" onClick={closeDialog}>
              {words.close}
            </button>
            {post !== undefined && (
              <>
                <button type="button" class="button" onClick={() => setAsking(true)}>
                  {words.kept.trashRemove}
                </button>
                <button
                  type="button"
                  class="button"
                  onClick={() => showHistory({ kind: 'trashed', ticket: post.ticket }, titleOf(post))}
                >
                  {words.kept.trashHistory}
                </button>
                <button
                  type="button"
                  class="button primary"
                  onClick={() => void restoreTrashed(post.ticket, post.title)}
                >
                  {words.kept.restore}
                </button>
              </>
            )}
          </div>
        )}
      </div>
    </Modal>
  );
}

function Question({ post, answer }: { readonly post: TrashedRow; readonly answer: (yes: boolean) => void }) {
  const words = messages.value;
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <div class="kept-question" role="alertdialog" aria-label={words.kept.trashRemoveNow}>
      <p>{words.kept.trashQuestion(titleOf(post), post.images)}</p>
      <div class="dialog-actions">
        <button ref={cancel} type="button" class="button" onClick={() => answer(false)}>
          {words.cancel}
        </button>
        <button type="button" class="button danger" onClick={() => answer(true)}>
          {words.kept.trashRemoveNow}
        </button>
      </div>
    </div>
  );
}

function rowsOf(posts: readonly TrashedRow[], words: Messages): readonly ListRow[] {
  const times = new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short' });
  return posts.map((post) => {
    const { ticket, trashedAt, images, id } = post;
    const date = trashedAt === undefined ? words.kept.trashUnknownDate : times.format(trashedAt);
    const about = words.kept.trashRow(date, images);
    return {
      key: ticket,
      label: `${titleOf(post)}, ${about}`,
      content: (
        <>
          <span class="trash-title">{titleOf(post)}</span>
          <span class="lost-about" title={id}>
            {about}
          </span>
        </>
      ),
    };
  });
}
