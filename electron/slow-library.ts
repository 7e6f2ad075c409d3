import { dialog, type BrowserWindow } from 'electron';
import type { Messages } from '../core/messages/en.ts';
import { unlessStopped } from './files/patience.ts';

/** Milliseconds that a library is opened before the author is asked whether to wait on. */
const patience = 10_000;

/**
 * Waits for a library that may lie on a disk or network share that is dead. False when the author waits no longer, which
 * the button `stop` does.
 */
export function waitedFor(
  opening: Promise<unknown>,
  window: BrowserWindow,
  { root, stop }: { readonly root: string; readonly stop: string },
  { slowTitle, slowText, slowWait }: Messages,
): Promise<boolean> {
  return unlessStopped(patience, opening, async (signal) => {
    if (window.isDestroyed()) return false;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: slowTitle(root),
      detail: slowText,
      buttons: [slowWait, stop],
      defaultId: 0,
      cancelId: 0,
      signal,
    });
    return response === 0;
  });
}
