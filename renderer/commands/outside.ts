import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import { mergeTexts } from '../../core/post/merge.ts';
import { listen, request } from '../api.ts';
import { currentPost, showDocument } from '../state/current-post.ts';
import type { PostDocument } from '../state/post-document.ts';
import { openPost, renamed } from './open-post.ts';
import { editor, preview } from './surfaces.ts';

/** What other programs do to the open post's file and images, and what the author decides about it. */
export function hearOutside(): void {
  // An edit of the line that an IME composes in would tear the composition apart.
  listen('post.changedOutside', ({ id, post }) => editor()?.afterComposition(() => changed(id, post)));
  listen('post.movedOutside', ({ from, to }) => editor()?.afterComposition(() => moved(from, to)));
  listen('post.show', (id) => void openPost(id));
  listen('library.filesChanged', () => preview()?.retryImages());
  // What lies outside of the library is not watched.
  addEventListener('focus', () => preview()?.retryImages());
}

function moved(from: PostId, to: PostId): void {
  const document = currentPost.value;
  if (document?.id.value === from) renamed(document, from, to);
}

function changed(id: PostId, post: OpenedPost | undefined): void {
  const document = currentPost.value;
  if (document?.id.value !== id) return;
  if (post === undefined) document.conflict(post);
  else if (document.hash === post.hash) document.resumed();
  else if (document.clean && document.saveState.value.kind !== 'conflict') showVersion(document, post, false);
  // Also in a conflict: what could not be joined may have been a file that was only half written.
  else join(document, post);
}

/** Makes the window's text what the file holds now, by the smallest edits. */
export function showVersion(document: PostDocument, theirs: OpenedPost, undoable: boolean): void {
  const pane = editor();
  if (pane === undefined) return;
  pane.replaceFromOutside(theirs.text, { undoable });
  document.replaced(pane.currentState().doc, theirs);
  showDocument(document);
}

/** Edits in different paragraphs become one text, which is saved; where both changed the same one, the author chooses. */
function join(document: PostDocument, theirs: OpenedPost): void {
  const pane = editor();
  if (pane === undefined) return;
  const { filed } = document.journal;
  const merge =
    theirs.readOnly === undefined
      ? mergeTexts(filed.text.sliceString(0), document.text.sliceString(0), theirs.text)
      : undefined;
  if (merge?.kind !== 'merged') {
    document.conflict(theirs);
    return;
  }
  void request('history.keep', theirs.id, document.text.sliceString(0), 'mine');
  pane.replaceFromOutside(merge.text);
  document.joined(pane.currentState().doc, theirs);
  showDocument(document);
}

/** Writes the author's version; `chosen` is that with what was taken over from the other one. */
export async function keepMine(chosen?: string): Promise<void> {
  const document = currentPost.value;
  if (document === undefined) return;
  if (chosen !== undefined) replaceText(document, chosen);
  await document.overwrite();
}

/** Gives the post that is shown another text, as one edit of the author that can be undone. */
export function replaceText(document: PostDocument, text: string): void {
  const pane = editor();
  const before = document.text;
  if (pane === undefined || text === before.sliceString(0)) return;
  pane.replaceFromOutside(text, { undoable: true });
  document.edited(pane.currentState().doc, [{ from: 0, to: before.length, insert: text }]);
  showDocument(document);
}

/** Shows what the file has now; the author's version is one undo away. */
export async function takeTheirs(): Promise<void> {
  const document = currentPost.value;
  const id = document?.id.value;
  if (document === undefined || id === undefined) return;
  await request('history.keep', id, document.text.sliceString(0), 'mine');
  const answer = await request('post.open', id);
  if (answer.ok) showVersion(document, answer.value, true);
}
