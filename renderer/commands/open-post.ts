import type { EditorState } from '@codemirror/state';
import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import type { RestoredDraft, UnfiledPost } from '../../core/contract/restored-draft.ts';
import { request } from '../api.ts';
import { currentPost, frontMatter, showDocument } from '../state/current-post.ts';
import { textPainted } from '../state/first-paint.ts';
import { buryDeleted, buryOpenPost } from '../state/graveyard.ts';
import { notifyFailure } from '../state/notices.ts';
import { PostDocument } from '../state/post-document.ts';
import { library } from '../state/session.ts';
import type { JournalNotes } from '../state/journal-state.ts';
import { keepPlace, keepView, placeOf } from '../state/view.ts';
import type { PostEditor } from '../editor/editor.ts';
import { serialiseUndo } from '../editor/post-state.ts';
import { reviewPost } from './review.ts';
import { editor } from './surfaces.ts';
import { showInPreview } from './show-in-preview.ts';
import { inTurn } from './turns.ts';

/** A post that was open in this window: coming back to it finds its undo history, as long as the file is the same. */
interface LeftPost {
  readonly state: EditorState;
  readonly hash: string;
}

/** How many left posts keep their history in memory. */
const leftKept = 50;
const left = new Map<PostId, LeftPost>();

/** Shows a post in the window, after what was there is safe. False when it could not be read or left. */
export const openPost = (id: PostId): Promise<boolean> =>
  inTurn(
    'show',
    (goesOn) => changeTo(id, goesOn),
    () => pathOf(id),
  );

/** The same for an author who goes on in the text. */
export const writeIn = (id: PostId): Promise<void> =>
  inTurn(
    'write',
    async (goesOn) => {
      await changeTo(id, goesOn);
      if (goesOn()) editor()?.focus();
    },
    () => pathOf(id),
  );

/** Where a post lies, for an author who waits for it. */
export const pathOf = (id: PostId): string => `${library.value?.root ?? ''}/${id}`;

/** Shows a post, as a part of a turn. False when it could not be read or left, or the author waits no longer. */
export async function changeTo(id: PostId, goesOn: () => boolean): Promise<boolean> {
  if (currentPost.value?.id.value === id) return true;
  if (!(await leaveCurrent()) || !goesOn()) return false;
  const answer = await request('post.open', id);
  if (!goesOn()) return false;
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return false;
  }
  if (!(await leaveAgain()) || !goesOn()) return false;
  showOpened(answer.value);
  return true;
}

/** An empty post, ready for the first key, which makes its file. */
export const newPost = (): Promise<void> => inTurn('write', beginPost, () => library.value?.root ?? '');

/** The same as a part of a turn. */
export async function beginPost(goesOn: () => boolean): Promise<void> {
  if (!(await leaveCurrent()) || !goesOn()) return;
  if (!(await leaveAgain()) || !goesOn()) return;
  showOpened(undefined);
  editor()?.focus();
}

/** Puts a post into both panes. A new one is empty, but for one that is still `unfiled`. */
export function showOpened(opened: OpenedPost | undefined, unfiled?: UnfiledPost): void {
  const pane = editor();
  if (pane === undefined) return;
  const before = opened === undefined ? undefined : left.get(opened.id);
  const isLeft = before?.hash === opened?.hash && opened?.draft?.unsavedSince === undefined;
  const draft = unfiled?.restored ?? opened?.draft;
  const state = (isLeft ? before?.state : undefined) ?? stateOf(pane, opened, draft);
  currentPost.value?.dispose();
  const document = new PostDocument(state.doc, opened, notesOf(pane), unfiled);
  // Both panes go to their tops first, while what they show is laid out: so only the frame that paints has a layout to make.
  showInPreview(document);
  pane.show(state);
  // Before the name is another one, or the review would read the text before once more under it.
  reviewPost(document);
  showDocument(document);
  const place = draft?.place ?? (opened && placeOf(opened.id));
  if (place !== undefined) pane.restore(place);
  if (opened !== undefined) void textPainted.then(() => keepView({ openPost: opened.id }));
}

/** A post as its file has it, with what its journal brings back: unsaved text and the undo history. */
function stateOf(
  pane: PostEditor,
  opened: OpenedPost | undefined,
  draft: RestoredDraft | undefined,
): EditorState {
  const readOnly = opened?.readOnly !== undefined;
  const filed = opened?.text ?? '';
  if (draft === undefined) return pane.openState(filed, { readOnly });
  const { text, edits } = draft;
  const restored = pane.openState(text, { readOnly, edits, undo: parsed(draft.undo) });
  const fits = draft.unsavedSince !== undefined || restored.doc.toString() === filed;
  return fits ? restored : pane.openState(filed, { readOnly });
}

function parsed(undo: string | undefined): unknown {
  try {
    return undo === undefined ? undefined : (JSON.parse(undo) as unknown);
  } catch {
    // A damaged history is left out, as one that does not fit is.
    return undefined;
  }
}

const notesOf = (pane: PostEditor): JournalNotes => ({
  undo: () => serialiseUndo(pane.currentState()),
  place: () => pane.place(),
});

/**
 * Saves the current post, remembers where it was left, and gives a new one its slug.
 * False when the save failed: the post stays in the window, with its banner. Of one whose file is gone the text is kept.
 */
export async function leaveCurrent(): Promise<boolean> {
  const document = currentPost.value;
  const pane = editor();
  if (document === undefined || pane === undefined) return true;
  pane.settle();
  await buryDeleted();
  const state = document.saveState.value;
  if (state.kind === 'read-only') return true;
  // A post that was taken away by another program holds nobody: its text is kept, and stays where it was deleted.
  if (state.kind === 'conflict' && state.theirs === undefined) return buryOpenPost(document.text);
  if (!(await document.save())) return false;
  await settleSlug();
  const id = document.id.value;
  if (id !== undefined) {
    await document.journal.leave();
    keepPlace(id, pane.place());
    keepView({ openPost: id });
    left.delete(id);
    left.set(id, { state: pane.currentState(), hash: document.hash });
    const [oldest] = left.keys();
    if (left.size > leftKept && oldest !== undefined) left.delete(oldest);
  }
  return true;
}

/** What an IME, or the mouse, wrote meanwhile is saved like all before it; an IME that still composes is not disturbed. */
async function leaveAgain(): Promise<boolean> {
  const pane = editor();
  if (pane !== undefined) await new Promise<void>((composed) => pane.afterComposition(composed));
  return currentPost.value?.clean !== false || leaveCurrent();
}

/** A new post's folder takes its name from the title once the author has left the title or the post. */
export async function settleSlug(): Promise<void> {
  const document = currentPost.value;
  const header = frontMatter.value;
  const title = header.kind === 'yaml' ? header.fields.title : undefined;
  if (document === undefined || title === undefined || title.trim() === '') return;
  await document.between(async (id) => {
    const answer = await request('post.settleSlug', id, title);
    if (!answer.ok) notifyFailure(answer.failure);
    else if (answer.value !== id) renamed(document, id, answer.value);
  });
}

/** The file of an open post has another name now. */
export function renamed(document: PostDocument, before: PostId, after: PostId, path?: string): void {
  left.delete(before);
  const folder = document.path.value.slice(0, -before.length);
  document.moved(after, path ?? folder + after);
  if (currentPost.value === document) {
    keepView({ openPost: after });
    showInPreview(document);
  }
}
