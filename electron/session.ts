import { homedir } from 'node:os';
import type { Failure } from '../core/contract/failure.ts';
import type { Language } from '../core/contract/settings.ts';
import type { StartState } from '../core/contract/start-state.ts';
import { messagesFor } from '../core/messages/messages.ts';
import type { LibraryService } from './drafts/library-service.ts';
import { openLibrary } from './drafts/open-library.ts';
import type { DrawnDiagrams } from './drawn-diagrams.ts';
import { FailureError, failureOf } from './failures.ts';
import { FirstSight, type FirstPost } from './first-sight.ts';
import { watchForHang } from './hung-page.ts';
import { sendEvent } from './ipc.ts';
import { LibraryBackups } from './library-backups.ts';
import type { SettingsKeeper } from './settings/settings.ts';
import { waitedFor } from './slow-library.ts';
import { placeOf, type PageWindow } from './window.ts';

/** What all windows share. */
export interface Shared {
  /** The project's folder, or the package's archive. */
  readonly appPath: string;
  readonly userDataDir: string;
  readonly settings: SettingsKeeper;
  readonly diagrams: DrawnDiagrams;
  /** `--lang`, then the author's choice, then the system's. */
  readonly language: () => Language;
}

/** One window and the library it has open. */
export class Session {
  readonly page: PageWindow;
  readonly shared: Shared;
  /** Folders that were restored from a backup here; the page may ask to open them. */
  readonly restored = new Set<string>();
  #backups: LibraryBackups;
  #library: LibraryService;
  #sight: FirstSight;
  /** Resolves when the page shows its first text (`app.shown`); never when it is gone before. */
  readonly shown: Promise<void>;
  readonly tellShown: () => void;

  private constructor(
    shared: Shared,
    page: PageWindow,
    library: LibraryService,
    first: FirstPost,
    failures: readonly Failure[],
  ) {
    this.shared = shared;
    this.page = page;
    this.#library = library;
    let tellShown = (): void => undefined;
    this.shown = new Promise((resolve) => {
      tellShown = resolve;
    });
    this.tellShown = tellShown;
    const { window } = page;
    const { webContents } = window;
    window.on('close', () => {
      // A window that stays, because its post cannot be saved, says so of its place, too.
      const failed = (error: unknown): void => sendEvent(webContents, 'app.failed', failureOf(error));
      shared.settings.changeView(this.root, { window: placeOf(window) }).catch(failed);
    });
    watchForHang(window, () => messagesFor(shared.language()));
    this.#backups = this.#backupsOf(library);
    this.#sight = this.#sightOf(library, first, failures);
    this.#listen();
  }

  /**
   * Opens a library in a window whose page loads meanwhile. Undefined when the window was closed before it was open;
   * throws a `FailureError` when it cannot be opened.
   */
  static async open(
    shared: Shared,
    page: PageWindow,
    root: string,
    first: FirstPost,
    failures: readonly Failure[],
  ): Promise<Session | undefined> {
    const library = await openSharedLibrary(root, shared);
    if (!page.window.isDestroyed()) return new Session(shared, page, library, first, failures);
    await library.close();
    return undefined;
  }

  get library(): LibraryService {
    return this.#library;
  }

  get backups(): LibraryBackups {
    return this.#backups;
  }

  get root(): string {
    return this.#library.library.root;
  }

  /** Opens another library in this window; the page has saved and starts anew. Throws when the author waits no longer for it. */
  async change(root: string): Promise<void> {
    const opening = openSharedLibrary(root, this.shared);
    const words = messagesFor(this.shared.language());
    if (!(await waitedFor(opening, this.page.window, { root, stop: words.stopWaiting }, words))) {
      opening.then((late) => late.close()).catch((error: unknown) => console.error(failureOf(error)));
      throw new FailureError({ kind: 'io', path: root, code: 'ETIMEDOUT' });
    }
    const next = await opening;
    await this.close();
    this.#library = next;
    this.#backups = this.#backupsOf(next);
    this.#sight = this.#sightOf(next, undefined, []);
    this.#listen();
    this.page.window.reload();
  }

  /** Shows a post of this library, now or at the page's start. */
  show(path: string): void {
    const id = this.#library.idOf(path);
    if (id !== undefined) sendEvent(this.page.window.webContents, 'post.show', id);
  }

  /** Resolves when all that was begun is on the disk; a backup that is being made is called off. */
  async close(): Promise<void> {
    await this.#backups.close();
    await this.#library.close();
  }

  /** Everything for the first paint in one answer: the post that was open, else the newest, read already. */
  async startState(): Promise<StartState> {
    const { settings, language } = this.shared;
    const sight = await this.#sight.next();
    this.page.hold();
    const { platform } = process;
    return {
      window: this.page.window.id,
      library: this.#library.library,
      settings: settings.settings,
      view: settings.viewOf(this.root),
      language: language(),
      platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
      home: homedir(),
      ...sight,
    };
  }

  #sightOf(library: LibraryService, first: FirstPost, failures: readonly Failure[]): FirstSight {
    const { settings } = this.shared;
    const { root } = library.library;
    return new FirstSight(library, first, failures, {
      get post() {
        return settings.viewOf(root).openPost;
      },
      keep: (openPost) => settings.changeView(root, { openPost }),
    });
  }

  #backupsOf({ library: { root }, failures }: LibraryService): LibraryBackups {
    const { webContents } = this.page.window;
    return new LibraryBackups({
      ...this.shared,
      root,
      mine: failures.every(({ kind }) => kind !== 'library-in-use'),
      changed: (job) => sendEvent(webContents, 'backup.job', job),
      failed: (failure) => sendEvent(webContents, 'app.failed', failure),
    });
  }

  #listen(): void {
    const contents = this.page.window.webContents;
    this.#library.onChange((change) => {
      switch (change.kind) {
        case 'list':
          sendEvent(contents, 'library.changed', change.posts);
          break;
        case 'files':
          sendEvent(contents, 'library.filesChanged', undefined);
          break;
        case 'post':
          sendEvent(contents, 'post.changedOutside', { id: change.id, post: change.post });
          break;
        case 'moved':
          sendEvent(contents, 'post.movedOutside', { from: change.from, to: change.to });
          break;
        case 'historyTrouble':
          sendEvent(contents, 'history.trouble', change.failure);
          break;
        case 'reachable':
          sendEvent(contents, 'library.reachable', change.reachable);
          break;
      }
    });
  }
}

function openSharedLibrary(root: string, shared: Shared): Promise<LibraryService> {
  const historyLimit = (): number => shared.settings.settings.historyMegabytes * 1_000_000;
  return openLibrary({ root, ...shared, historyLimit });
}
