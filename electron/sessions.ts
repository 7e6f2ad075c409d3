import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import type { Failure } from '../core/contract/failure.ts';
import type { Language } from '../core/contract/settings.ts';
import { messagesFor } from '../core/messages/messages.ts';
import { copySample } from './drafts/samples.ts';
import { libraryOfPost } from './drafts/library-of-post.ts';
import { failureOf } from './failures.ts';
import { handlersFor } from './handlers.ts';
import { sendEvent, type Handlers } from './ipc.ts';
import { showMenu } from './menu.ts';
import { Session, type FirstPost, type Shared } from './session.ts';
import type { SettingsKeeper } from './settings/settings.ts';

/** What a start, or a second start, asks to see. Absolute paths. */
export interface Wanted {
  readonly library: string | undefined;
  readonly post: string | undefined;
}

/** The windows of this Fude, one library each. */
export class Sessions {
  readonly #shared: Shared;
  readonly #open = new Map<number, { readonly session: Session; readonly handlers: Handlers }>();
  #quitting = false;

  constructor(appPath: string, settings: SettingsKeeper, forced: Language | undefined) {
    const language = (): Language => {
      const chosen = settings.settings.language;
      if (forced !== undefined && chosen === 'system') return forced;
      return chosen === 'system' ? systemLanguage() : chosen;
    };
    this.#shared = { appPath, userDataDir: app.getPath('userData'), settings, language };
  }

  handlersOf(webContentsId: number): Handlers | undefined {
    return this.#open.get(webContentsId)?.handlers;
  }

  libraryOf(windowId: number): string | undefined {
    return this.#all().find(({ page }) => page.window.id === windowId)?.root;
  }

  /** Shows what is wanted: in the window that has its library already, else in a new one. */
  async open(wanted: Wanted): Promise<void> {
    const root = wanted.library ?? (await this.#rootFor(wanted.post));
    const there = this.#all().find((session) => session.root === root);
    if (there === undefined) {
      await this.#openWindow(root, wanted);
      return;
    }
    const { window } = there.page;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (wanted.post !== undefined) there.show(wanted.post);
  }

  /** Redraws what depends on settings, in every window. */
  settingsChanged(): void {
    const { settings, language } = this.#shared;
    this.#drawMenu();
    for (const { page } of this.#all()) {
      sendEvent(page.window.webContents, 'settings.changed', {
        settings: settings.settings,
        language: language(),
      });
    }
  }

  /** The application's own events: second starts, files opened from the desktop, quitting. */
  hearApp(): void {
    this.#drawMenu();
    app.on('second-instance', (_event, _argv, _cwd, data) => {
      const wanted = data as Wanted;
      // A second start without words asks for the window that is there.
      void this.open(wanted.library === undefined && wanted.post === undefined ? this.#front() : wanted);
    });
    app.on('open-file', (event, path) => {
      event.preventDefault();
      void this.open({ library: undefined, post: path });
    });
    app.on('activate', () => {
      if (this.#open.size === 0) void this.open({ library: undefined, post: undefined });
    });
    app.on('before-quit', () => {
      this.#quitting = true;
    });
    app.on('window-all-closed', () => {
      if (this.#quitting || process.platform !== 'darwin')
        void this.#shared.settings.idle().finally(() => app.quit());
    });
  }

  #all(): Session[] {
    return [...this.#open.values()].map(({ session }) => session);
  }

  #front(): Wanted {
    return { library: this.#all()[0]?.root, post: undefined };
  }

  #drawMenu(): void {
    showMenu(messagesFor(this.#shared.language()), (id) => {
      const window = BrowserWindow.getFocusedWindow() ?? this.#all()[0]?.page.window;
      if (window !== undefined) sendEvent(window.webContents, 'command.run', id);
    });
  }

  async #openWindow(wantedRoot: string, wanted: Wanted): Promise<void> {
    const failures: Failure[] = [...this.#shared.settings.failures];
    let root = wantedRoot;
    let first: FirstPost = wanted.post === undefined ? undefined : { path: wanted.post };
    try {
      if (await this.#makeLibrary(root)) first ??= 'empty';
    } catch (error) {
      // A library that cannot be reached is said in the window; there is always one to write in.
      failures.push(failureOf(error));
      root = this.#defaultLibrary();
      if (await this.#makeLibrary(root)) first = 'empty';
    }
    const session = await Session.open(this.#shared, root, first, failures);
    const { webContents } = session.page.window;
    const { id } = webContents;
    this.#open.set(id, { session, handlers: handlersFor(session, () => this.settingsChanged()) });
    await this.#shared.settings.keepLastLibrary(root);
    session.page.window.once('closed', () => {
      this.#open.delete(id);
      void session.close();
    });
  }

  /** Makes a library with one sample where there is no folder yet. True when it did. */
  async #makeLibrary(root: string): Promise<boolean> {
    try {
      await readdir(root);
      return false;
    } catch (error) {
      if (failureOf(error).kind !== 'missing' && (error as NodeJS.ErrnoException).code !== 'ENOENT')
        throw error;
    }
    await mkdir(root, { recursive: true });
    await copySample(join(this.#shared.appPath, 'assets/samples'), this.#shared.language(), root);
    return true;
  }

  async #rootFor(post: string | undefined): Promise<string> {
    const last = this.#shared.settings.lastLibrary;
    if (post !== undefined)
      return last !== undefined && post.startsWith(join(last, '/')) ? last : libraryOfPost(post);
    return last ?? this.#defaultLibrary();
  }

  #defaultLibrary(): string {
    return join(app.getPath('documents'), 'Fude');
  }
}

function systemLanguage(): Language {
  const [first = 'en'] = app.getPreferredSystemLanguages();
  return first.startsWith('ja') ? 'ja' : 'en';
}
