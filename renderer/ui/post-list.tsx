import { useEffect, useRef, useState } from 'preact/hooks';
import type { PostId, PostSummary } from '../../core/contract/post.ts';
import type { PostOrder } from '../../core/contract/settings.ts';
import { compareCopy } from '../commands/copies.ts';
import { showWhatChanged } from '../commands/export.ts';
import { openPost } from '../commands/open-post.ts';
import { editor } from '../commands/surfaces.ts';
import { currentPost, currentTitle } from '../state/current-post.ts';
import { exportedPosts } from '../state/exported-posts.ts';
import { filter, posts, setFilter, shownPosts, shownStand, type PostStand } from '../state/posts.ts';
import { library, messages } from '../state/session.ts';
import { order, setOrder } from '../state/view.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { useShownRows } from './shown-rows.ts';

/** The height of a row in CSS pixels; the same stands in post-list.css. */
const rowHeight = 52;

export function PostList() {
  const words = messages.value;
  const names: Record<PostOrder, string> = {
    newest: words.orderNewest,
    oldest: words.orderOldest,
    modified: words.orderModified,
    title: words.orderTitle,
  };
  return (
    <>
      <div class="post-list-head">
        <span class="library-name" title={library.value?.root}>
          {library.value?.blog.title ?? library.value?.name}
        </span>
        <IconButton command="post.new" icon="new" />
      </div>
      <div class="post-list-tools">
        <input
          class="text-field"
          type="search"
          aria-label={words.postListFilter}
          placeholder={words.postListFilter}
          value={filter.value}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
        <span class="order" title={`${words.postListOrder}: ${names[order.value]}`}>
          <Icon name="order" />
          <select
            class="select"
            aria-label={words.postListOrder}
            value={order.value}
            onChange={(event) => setOrder(event.currentTarget.value as PostOrder)}
          >
            {Object.entries(names).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </span>
        <StandSelect />
      </div>
      <Posts />
    </>
  );
}

/** Shows drafts, or posts by their exports, only. */
function StandSelect() {
  const words = messages.value;
  const stand = shownStand.value;
  const names: Readonly<Record<PostStand, string>> = words.postListShown;
  return (
    <span class={stand === 'all' ? 'order' : 'order set'} title={`${words.postListShow}: ${names[stand]}`}>
      <Icon name="filter" />
      <select
        class="select"
        aria-label={words.postListShow}
        value={stand}
        onChange={(event) => (shownStand.value = event.currentTarget.value as PostStand)}
      >
        {Object.entries(names).map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
}

/** The list itself: arrow keys move, Enter opens; only the rows near the viewport exist when there are many. */
function Posts() {
  const words = messages.value;
  const shown = shownPosts.value;
  const list = useRef<HTMLDivElement>(null);
  const openId = currentPost.value?.id.value;
  const [activeId, setActive] = useState(openId);
  const active = Math.max(
    0,
    shown.findIndex((post) => post.id === (activeId ?? openId)),
  );
  const rows = useShownRows(list, shown.length, rowHeight);

  useEffect(() => setActive(openId), [openId]);
  useEffect(() => {
    const box = list.current;
    if (box === null) return;
    const top = active * rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + rowHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = top + rowHeight - box.clientHeight;
  }, [active]);

  if (shown.length === 0) {
    return (
      <div class="posts" role="listbox" aria-label={words.postList} data-focus="list" tabIndex={0}>
        <p class="posts-empty">
          {posts.value.length === 0 ? words.postListEmpty : words.postListNothingFound}
        </p>
      </div>
    );
  }

  const move = (to: number): void => setActive(shown[Math.min(shown.length - 1, Math.max(0, to))]?.id);
  return (
    <div
      ref={list}
      class="posts"
      role="listbox"
      aria-label={words.postList}
      data-focus="list"
      tabIndex={0}
      aria-activedescendant={`post-${String(active)}`}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'ArrowDown') move(active + 1);
        else if (event.key === 'ArrowUp') move(active - 1);
        else if (event.key === 'Home') move(0);
        else if (event.key === 'End') move(shown.length - 1);
        else if (event.key === 'Enter') {
          const post = shown[active];
          if (post !== undefined) void openPost(post.id).then(() => editor()?.focus());
        } else return;
        event.preventDefault();
      }}
    >
      <div
        class="posts-inner"
        role="presentation"
        style={{ height: `${String(shown.length * rowHeight)}px` }}
      >
        <div role="presentation" style={{ transform: `translateY(${String(rows.first * rowHeight)}px)` }}>
          {shown.slice(rows.first, rows.end).map((post, at) => (
            <PostRow
              key={post.id}
              post={post}
              position={rows.first + at}
              count={shown.length}
              open={post.id === openId}
              active={rows.first + at === active}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  readonly post: PostSummary;
  readonly position: number;
  readonly count: number;
  readonly open: boolean;
  readonly active: boolean;
}

function PostRow({ post, position, count, open, active }: RowProps) {
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
      onClick={() => void openPost(post.id)}
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
