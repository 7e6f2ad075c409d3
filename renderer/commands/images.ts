import { request } from '../api.ts';
import { currentPost } from '../state/current-post.ts';
import { notify, notifyFailure } from '../state/notices.ts';
import { editor } from './surfaces.ts';

/** Stores pasted or dropped images beside the post and links each at the caret. */
export async function storeImages(files: readonly File[]): Promise<void> {
  const document = currentPost.value;
  const pane = editor();
  if (document === undefined || pane === undefined) return;
  for (const file of files) {
    if (!file.type.startsWith('image/')) {
      notify({ kind: 'imageNotKnown', name: file.name });
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    // A new post gets its folder here: an image may be the first thing put into it.
    if (document.id.value === undefined) pane.insertAtCaret('\n');
    const answer = await document.between((id) => request('post.storeImage', id, file.name, bytes));
    if (answer === undefined) return;
    if (!answer.ok) {
      notifyFailure(answer.failure);
      continue;
    }
    pane.insertAtCaret(`![](${answer.value.destination})`);
    notify({ kind: 'imageStored', name: file.name });
  }
}
