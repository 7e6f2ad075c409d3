import { effect, untracked } from '@preact/signals';
import { currentPost, currentTitle } from './current-post.ts';
import { notify } from './notices.ts';
import { listedTitle } from './posts.ts';

/** Says it when a save dropped most of the post; the notice has the way back. Called once at the window's start. */
export function watchShrinks(): void {
  effect(() => {
    const document = currentPost.value;
    const shrunk = document?.shrunk.value;
    const post = document?.id.peek();
    if (document === undefined || shrunk === undefined || post === undefined) return;
    // The list may still know the title of a post whose text is gone.
    const title = currentTitle.peek() ?? listedTitle(post);
    untracked(() => notify({ kind: 'shrunk', post, title, ...shrunk }));
  });
}
