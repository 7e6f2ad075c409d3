import type { PostId, PostSummary } from '../../core/contract/post.ts';
import { compareCopy } from '../commands/copies.ts';
import { showWhatChanged } from '../commands/export.ts';
import { openFromList } from '../commands/list.ts';
import { currentTitle } from '../state/current-post.ts';
import { exportedPosts } from '../state/exported-posts.ts';
import { messages } from '../state/session.ts';
import { Icon } from './icon.tsx';

interface Props {
  readonly post: PostSummary;
  readonly position: number;
  readonly count: number;
  readonly open: boolean;
  readonly active: boolean;
}

/** One post in the list: its title, its date, and what is to be known of it. */
export function PostRow({ post, position, count, open, active }: Props) {
  const words = messages.value;
  // The open post's title is shown as it is being typed; the others as they lie on disk.
  const title = open ? (currentTitle.value ?? post.title) : post.title;
  return (
    <div
      id={`post-${String(position)}`}
      class={`post-row${active ? ' active' : ''}`}
      role="option"
      aria-label={title === '' ? words.untitled : title}
      aria-describedby={`about-${String(position)}`}
      aria-selected={open}
      aria-setsize={count}
      aria-posinset={position + 1}
      onClick={() => openFromList(post.id)}
    >
      <span class={`post-row-title${title === '' ? ' untitled' : ''}`}>
        {title === '' ? words.untitled : title}
      </span>
      <span id={`about-${String(position)}`} class="post-row-about">
        <span>{post.date?.slice(0, 10)}</span>
        {post.copies.length > 0 && (
          <span
            class="copy-mark"
            role="img"
            aria-label={words.copyMark(post.copies.length)}
            title={words.copyMark(post.copies.length)}
            onClick={(event) => {
              event.stopPropagation();
              void compareCopy(post.id);
            }}
          >
            <Icon name="copies" />
            {post.copies.length}
          </span>
        )}
        {post.draft && <span class="draft-mark">{words.draft}</span>}
        <ExportMark id={post.id} />
        <span class="post-row-tags">{post.tags.join(', ')}</span>
      </span>
    </div>
  );
}

/** Whether a post was exported, quietly; a click on the mark of a changed one shows what changed. */
function ExportMark({ id }: { readonly id: PostId }) {
  const words = messages.value;
  const exported = exportedPosts.value.get(id);
  if (exported === undefined) return null;
  if (!exported.changed) {
    return (
      <span class="export-mark" role="img" aria-label={words.exportedMark} title={words.exportedMark}>
        ✓
      </span>
    );
  }
  // For the mouse; by the keyboard it is a command of the open post.
  return (
    <button
      type="button"
      class="export-mark changed"
      tabIndex={-1}
      aria-label={words.exportedChangedMark}
      title={words.exportedChangedMark}
      onClick={(event) => {
        event.stopPropagation();
        void showWhatChanged(id);
      }}
    >
      ●
    </button>
  );
}
