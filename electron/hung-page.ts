import { setTimeout } from 'node:timers/promises';
import { dialog, type BrowserWindow, type WebContents } from 'electron';
import type { Messages } from '../core/messages/en.ts';

/** Milliseconds in which a page that is to close has to show that it is alive. */
const patience = 10_000;

/**
 * Says when the page hangs, and starts it anew if the author wants to; what was typed comes back from its journal.
 * A page that answers again takes the question back.
 */
export function watchForHang(window: BrowserWindow, words: () => Messages): void {
  let question: AbortController | undefined;
  const ask = async (): Promise<void> => {
    question = new AbortController();
    const { hangTitle, hangText, hangWait, hangRestart } = words();
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: hangTitle,
      detail: hangText,
      buttons: [hangWait, hangRestart],
      defaultId: 0,
      cancelId: 0,
      signal: question.signal,
    });
    if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
  };
  window.on('unresponsive', () => void ask());
  window.on('responsive', () => question?.abort());
}

/** Whether the page runs at all; asked when it is to close, since one that hangs will never say that it has saved. */
export async function isAlive(contents: WebContents): Promise<boolean> {
  const answered = contents.executeJavaScript('true').then(
    () => true,
    () => false,
  );
  return Promise.race([answered, setTimeout(patience, false)]);
}
