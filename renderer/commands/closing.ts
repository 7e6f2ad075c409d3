import { listen, request } from '../api.ts';
import { currentPost } from '../state/current-post.ts';
import { dialog } from '../state/dialogs.ts';
import { leaveCurrent } from './open-post.ts';

/** Milliseconds that a save may take before the author is asked; the file of a dead network share never answers. */
const patience = 5000;

/** Saves everything before the window goes; a post that cannot be saved keeps the window and asks. */
export function hearClosing(): void {
  listen('app.closing', () => {
    let asked = false;
    const ask = (): void => {
      asked = true;
      dialog.value = 'closeUnsaved';
    };
    const late = setTimeout(ask, patience);
    void leaveCurrent().then((safe) => {
      clearTimeout(late);
      if (!safe) ask();
      // An author who was asked and keeps the window has another mind by now.
      else if (!asked || dialog.value === 'closeUnsaved') closeNow();
    });
  });
}

/** What could not be saved is in the journal; the next start brings it back. One that fails only now is said first. */
export async function closeAnyway(): Promise<void> {
  const document = currentPost.value;
  const isLost = (): boolean => document?.journalState.value.kind === 'nowhere';
  const wasLost = isLost();
  await document?.journal.flush();
  if (wasLost || !isLost()) closeNow();
}

function closeNow(): void {
  void request('app.closed');
}
