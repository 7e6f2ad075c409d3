import type { PasteTarget } from '../../core/contract/paste.ts';
import { request } from '../api.ts';
import { currentPost } from '../state/current-post.ts';
import { notify, notifyFailure } from '../state/notices.ts';
import { changeSettings, settings } from '../state/session.ts';

/** Puts the post on the clipboard for this place, and remembers the place. What is copied is what is on disk. */
export async function copyFor(target: PasteTarget): Promise<void> {
  const document = currentPost.value;
  if (document === undefined || !(await document.save())) return;
  const id = document.id.value;
  if (id === undefined) return;
  const answer = await request('export.copyFor', id, target);
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return;
  }
  notify({ kind: 'copiedFor', target, copied: answer.value });
  if (settings.value.pasteTarget !== target) await changeSettings({ pasteTarget: target });
}
