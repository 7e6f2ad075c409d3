import { app, BrowserWindow, dialog } from 'electron';
import { failureOf } from './failures.ts';
import { sendEvent } from './ipc.ts';

/**
 * Tells of a fault that no code waits for: in every window, and on the terminal. The work goes on, for text may be on its
 * way to the disk. Where no window ever came, Fude says why and ends.
 */
export function tellFault(error: unknown): void {
  console.error(error);
  const windows = BrowserWindow.getAllWindows();
  for (const { webContents } of windows) sendEvent(webContents, 'app.failed', failureOf(error));
  if (windows.length > 0 || wasOpen) return;
  dialog.showErrorBox('Fude', error instanceof Error ? (error.stack ?? error.message) : String(error));
  app.exit(1);
}

let wasOpen = false;

/** Hears of such faults. Electron alone would stop the main process, saves and all, behind a box of its own. */
export function hearFaults(): void {
  process.on('uncaughtException', tellFault);
  process.on('unhandledRejection', tellFault);
  // A terminal that was closed takes no more words.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  app.on('web-contents-created', (_event, contents) => {
    contents.once('did-finish-load', () => {
      wasOpen = true;
    });
  });
}
