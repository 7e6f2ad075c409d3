import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { ImportReport } from '../core/contract/import.ts';
import type { Language } from '../core/contract/settings.ts';
import { importMessages } from '../core/messages/import.ts';
import { chooseFileToRead } from './dialogs.ts';
import { sendEvent } from './ipc.ts';

const endings = ['xml', 'txt', 'rss', 'export'];

/** The imports that one window asks for, one at a time. */
export class Imports {
  readonly #window: BrowserWindow;
  #current = new AbortController();

  constructor(window: BrowserWindow) {
    this.#window = window;
  }

  /** Asks for a file and imports it; undefined when the author backs out. Throws a FailureError. */
  async run(libraryRoot: string, language: Language): Promise<ImportReport | undefined> {
    const { chooseTitle, choose, fileKind } = importMessages(language);
    const words = { title: chooseTitle, button: choose, kind: fileKind };
    const file = await chooseFileToRead(this.#window, words, endings);
    if (file === undefined) return undefined;
    this.callOff();
    this.#current = new AbortController();
    const { signal } = this.#current;
    const name = basename(file);
    const tell = (done: number, total: number): void =>
      sendEvent(this.#window.webContents, 'import.progress', { file: name, done, total });
    tell(0, 1);
    // Readers of XML and HTML are wanted once in a blog's life, not at every start.
    const { importFile } = await import('./import/import-file.ts');
    const job = { file, libraryRoot, makeLibrary: false };
    return importFile(job, { signal, progress: ({ done, total }) => tell(done, total) });
  }

  callOff(): void {
    this.#current.abort();
  }
}
