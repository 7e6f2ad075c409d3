import { computed } from '@preact/signals';
import { failureMessage } from '../../core/messages/failures.ts';
import { compareCopy } from '../commands/copies.ts';
import { keepMine, takeTheirs } from '../commands/outside.ts';
import { convertToUtf8, saveElsewhere, savePost } from '../commands/post-file.ts';
import { currentCopies } from '../state/copies.ts';
import { currentPost, frontMatter, saveState } from '../state/current-post.ts';
import { dialog } from '../state/dialogs.ts';
import { language, library, libraryReachable, messages } from '../state/session.ts';

interface BannerProps {
  readonly text: string;
  readonly danger: boolean;
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
}

function Banner({ text, danger, actions }: BannerProps) {
  return (
    <div class={danger ? 'banner danger' : 'banner'} role="alert">
      <span class="banner-text">{text}</span>
      {actions.length > 0 && (
        <span class="banner-actions">
          {actions.map((action) => (
            <button key={action.label} type="button" class="button" onClick={action.run}>
              {action.label}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}

/** The states that call for a banner; the others come and go with the keys, and none is drawn again for them. */
const trouble = computed(() => {
  const state = saveState.value;
  return state.kind === 'failed' || state.kind === 'conflict' || state.kind === 'read-only'
    ? state
    : undefined;
});

/** What stands between the author and a saved post, with the ways out; lasting, until it is mended. */
export function Banners() {
  const words = messages.value;
  const state = trouble.value;
  const header = frontMatter.value;
  const id = currentPost.value?.id.value;
  const [copy] = currentCopies.value;
  const journal = currentPost.value?.journalState.value;
  const saveActions = [
    { label: words.tryAgain, run: () => void savePost() },
    { label: words.saveElsewhere, run: () => void saveElsewhere() },
  ];
  return (
    <>
      {!libraryReachable.value && (
        <Banner danger text={words.libraryGone(library.value?.root ?? '')} actions={saveActions} />
      )}
      {state?.kind === 'failed' && libraryReachable.value && (
        <Banner
          danger
          text={words.saveFailed(failureMessage(state.failure, language.value))}
          actions={saveActions}
        />
      )}
      {journal !== undefined && journal.kind !== 'kept' && (
        <Banner
          danger={journal.kind === 'nowhere'}
          text={
            journal.kind === 'nowhere'
              ? words.journalNowhere(failureMessage(journal.failure, language.value))
              : words.journalElsewhere(journal.folder, failureMessage(journal.failure, language.value))
          }
          actions={
            journal.kind === 'nowhere'
              ? [{ label: words.saveElsewhere, run: () => void saveElsewhere() }]
              : []
          }
        />
      )}
      {state?.kind === 'conflict' && (
        <Banner
          danger
          text={state.theirs === undefined ? words.goneOutside : words.changedOutside}
          actions={
            state.theirs === undefined
              ? [{ label: words.saveAgain, run: () => void keepMine() }]
              : [
                  { label: words.compareOpen, run: () => (dialog.value = 'compare') },
                  { label: words.keepMine, run: () => void keepMine() },
                  { label: words.takeTheirs, run: () => void takeTheirs() },
                ]
          }
        />
      )}
      {state?.kind === 'read-only' && (
        <Banner
          danger={false}
          text={state.reason === 'not-utf8' ? words.readOnlyNotUtf8 : words.readOnlyNulBytes}
          actions={
            state.reason === 'not-utf8' && id !== undefined
              ? [{ label: words.convertToUtf8, run: () => void convertToUtf8(id) }]
              : []
          }
        />
      )}
      {copy !== undefined && state?.kind !== 'conflict' && (
        <Banner
          danger={false}
          text={words.copyFound(copy.slice(copy.lastIndexOf('/') + 1))}
          actions={
            state?.kind === 'read-only' ? [] : [{ label: words.compareOpen, run: () => void compareCopy() }]
          }
        />
      )}
      {header.kind === 'broken' && (
        <Banner danger={false} text={words.fieldsBroken(header.line, header.reason)} actions={[]} />
      )}
    </>
  );
}
