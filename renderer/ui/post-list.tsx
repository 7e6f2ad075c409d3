import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PostOrder } from '../../core/contract/settings.ts';
import { writeIn } from '../commands/open-post.ts';
import { currentPost } from '../state/current-post.ts';
import { filter, posts, setFilter, shownPosts, shownStand } from '../state/posts.ts';
import { library, messages } from '../state/session.ts';
import { order, setOrder } from '../state/view.ts';
import { IconButton } from './icon-button.tsx';
import { ListChoice } from './list-choice.tsx';
import { PostRow } from './post-row.tsx';
import { ShownRows, rowAfterKey, useRowsInView } from './shown-rows.tsx';

/** The height of a row in CSS pixels; the same stands in post-list.css. */
const rowHeight = 52;

/** The posts of the library, with what filters and orders them. */
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
        <ListChoice
          icon="order"
          label={words.postListOrder}
          names={names}
          chosen={order.value}
          choose={setOrder}
        />
        <ListChoice
          icon="filter"
          label={words.postListShow}
          names={words.postListShown}
          chosen={shownStand.value}
          isSet={shownStand.value !== 'all'}
          choose={(stand) => (shownStand.value = stand)}
        />
      </div>
      <Posts />
    </>
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

  useLayoutEffect(() => setActive(openId), [openId]);
  useRowsInView(list, { first: active, last: active }, rowHeight);

  if (shown.length === 0) {
    return (
      <div class="posts" role="listbox" aria-label={words.postList} data-focus="list" tabIndex={0}>
        <p class="posts-empty">
          {posts.value.length === 0 ? words.postListEmpty : words.postListNothingFound}
        </p>
      </div>
    );
  }

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
        const to = rowAfterKey(event.key, active, shown.length);
        if (to !== undefined) setActive(shown[to]?.id);
        else if (event.key === 'Enter') {
          const post = shown[active];
          if (post !== undefined) void writeIn(post.id);
        } else return;
        event.preventDefault();
      }}
    >
      <ShownRows class="posts-inner" box={list} rows={shown} rowHeight={rowHeight}>
        {(post, at) => (
          <PostRow
            key={post.id}
            post={post}
            position={at}
            count={shown.length}
            open={post.id === openId}
            active={at === active}
          />
        )}
      </ShownRows>
    </div>
  );
}
