import { BrowserWindow } from 'electron';
import { printPage, printed } from './protocol.ts';

/** A page as PDF: its text can be searched, its headings are the outline. */
export const asPdf = (html: string): Promise<Uint8Array> =>
  withPage(html, (window) =>
    window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  );

/** Asks the system for a printer. Resolves when the author has chosen or backed out; throws the system's word for what went wrong. */
export const onPaper = (html: string): Promise<void> =>
  withPage(
    html,
    (window) =>
      new Promise((resolve, reject) => {
        window.webContents.print({ printBackground: true }, (done, reason) => {
          if (done || /cancel/i.test(reason)) resolve();
          else reject(new Error(reason));
        });
      }),
  );

/** Shows a page to nobody: in a window of its own, without scripts, that loads nothing but what is in the page. */
async function withPage<T>(html: string, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    skipTaskbar: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const name = String(window.id);
  printed.set(name, html);
  try {
    await window.loadURL(printPage(name));
    return await work(window);
  } finally {
    printed.delete(name);
    window.destroy();
  }
}
