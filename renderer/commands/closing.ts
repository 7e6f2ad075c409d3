import { listen, request } from '../api.ts';
import { currentPost } from '../state/current-post.ts';
import { dialog } from '../state/dialogs.ts';
import { leaveCurrent } from './open-post.ts';

/** Saves everything before the window goes; a post that cannot be saved keeps the window and asks. */
export function hearClosing(): void {
  listen('app.closing', () => {
    void leaveCurrent().then((safe) => {
      if (safe) closeNow();
      else dialog.value = 'closeUnsaved';
    });
  });
}

/** What could not be saved is in the journal; the next start brings it back. */
export async function closeAnyway(): Promise<void> {
  await currentPost.value?.journal.flush();
  closeNow();
}

function closeNow(): void {
  void request('app.closed');
}
