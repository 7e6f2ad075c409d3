import { useLayoutEffect } from 'preact/hooks';
import { editor } from '../commands/surfaces.ts';
import { isComposing } from '../is-composing.ts';
import { messages } from '../state/session.ts';
import { isNarrow, listWidth, setListWidth, showList } from '../state/view.ts';
import { PostList } from './post-list.tsx';
import { Splitter } from './splitter.tsx';

/** The list of posts, beside what is written, or over it in a narrow window. */
export function ListPane() {
  // Lying over the text it goes as soon as the author goes back to the post.
  useLayoutEffect(() => {
    const away = ({ target }: Event): void => {
      if (isNarrow() && target instanceof Element && target.closest('.post-pane') !== null) showList(false);
    };
    for (const type of ['pointerdown', 'focusin']) document.addEventListener(type, away, true);
    return () => {
      for (const type of ['pointerdown', 'focusin']) document.removeEventListener(type, away, true);
    };
  }, []);
  return (
    <>
      <nav
        class="post-list"
        style={{ width: `${String(listWidth.value)}px` }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isNarrow() && !isComposing(event)) editor()?.focus();
        }}
      >
        <PostList />
      </nav>
      {!isNarrow() && (
        <Splitter
          label={messages.value.separatorList}
          value={listWidth.value}
          min={160}
          max={480}
          step={16}
          valueAt={(x) => x}
          onChange={setListWidth}
        />
      )}
    </>
  );
}
