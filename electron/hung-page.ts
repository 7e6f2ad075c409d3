import { setTimeout } from 'node:timers/promises';
import { dialog, type BrowserWindow, type WebContents } from 'electron';
import type { Messages } from '../core/messages/en.ts';
import { errorCode } from './failures.ts';

/** Milliseconds in which a page that is to close has to show that it is alive, and in which one does that hangs. */
const patience = 10_000;
const soon = 1000;

/**
 * Says when the page hangs, and starts it anew if the author wants to; what was typed comes back from its journal.
 * A page that answers again takes the question back. When it is the preview that hangs, its process is ended, and the page
 * begins it anew.
 */
export function watchForHang(window: BrowserWindow, words: () => Messages): void {
  let question: AbortController | undefined;
  const ask = async (): Promise<void> => {
    const asked = new AbortController();
    question = asked;
    if (await isAlive(window.webContents, soon)) {
      if (!window.isDestroyed()) endPreview(window.webContents);
      return;
    }
    if (asked.signal.aborted || window.isDestroyed()) return;
    const { hangTitle, hangText, hangWait, hangRestart } = words();
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: hangTitle,
      detail: hangText,
      buttons: [hangWait, hangRestart],
      defaultId: 0,
      cancelId: 0,
      signal: asked.signal,
    });
    if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
  };
  window.on('unresponsive', () => void ask());
  window.on('responsive', () => question?.abort());
}

function endPreview({ mainFrame }: WebContents): void {
  for (const { osProcessId } of mainFrame.frames)
    if (osProcessId > 0 && osProcessId !== mainFrame.osProcessId) kill(osProcessId);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It has ended by itself meanwhile.
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** Whether the page runs at all; asked when it is to close, since one that hangs will never say that it has saved. */
export async function isAlive(contents: WebContents, limit = patience): Promise<boolean> {
  const answered = contents.executeJavaScript('true').then(
    () => true,
    () => false,
  );
  return Promise.race([answered, setTimeout(limit, false)]);
}
