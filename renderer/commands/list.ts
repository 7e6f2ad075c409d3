import { isNarrow, listSeen, showList } from '../state/view.ts';
import { focusShown } from './focus.ts';
import { openPost, writeIn } from './open-post.ts';
import type { PostId } from '../../core/contract/post.ts';
import { editor } from './surfaces.ts';

/** Shows the list, for the arrow keys at once where it lies over the text; or hides it and goes on in the text. */
export function toggleList(): void {
  const within = document.activeElement?.closest('.post-list') !== null;
  showList(!listSeen.value);
  if (listSeen.value && isNarrow()) focusShown('list');
  else if (!listSeen.value && within) editor()?.focus();
}

export function focusList(): void {
  if (!listSeen.value) showList(true);
  focusShown('list');
}

/** Opens a post that was clicked in the list. Where the list lies over the text the author goes on there, and it goes. */
export function openFromList(id: PostId): void {
  void (isNarrow() ? writeIn(id) : openPost(id));
}
