import { app, BrowserWindow } from 'electron';
import type { Failure } from '../core/contract/failure.ts';
import type { Language } from '../core/contract/settings.ts';
import { messagesFor } from '../core/messages/messages.ts';
import { DrawnDiagrams } from './drawn-diagrams.ts';
import { Ending } from './ending.ts';
import { failureOf } from './failures.ts';
import { findLibrary, reachableOf } from './find-library.ts';
import type { FirstPost } from './first-sight.ts';
import { Queue } from './files/queue.ts';
import { sendEvent, type Handlers } from './ipc.ts';
import { KeptLibraries } from './kept-libraries.ts';
import { showMenu } from './menu.ts';
import { focusSession, OpenSessions } from './open-sessions.ts';
import type { Session, Shared } from './session.ts';
import type { SettingsKeeper } from './settings/settings.ts';
import { waitedFor } from './slow-library.ts';
import { defaultLibrary, rootOf, type Wanted } from './wanted.ts';
import { openWindow } from './window.ts';
import { windowLanguage } from './window-language.ts';

// What opens a library is most of the main process' code, and is read while the first page reads its own.
const loadSession = () => import('./session.ts').then((part) => part.Session);
const loadHandlers = () => import('./handlers.ts').then((part) => part.handlersFor);

/** The windows of this Fude, one library each. */
export class Sessions {
  readonly #shared: Shared;
  readonly #open = new OpenSessions();
  /** The answers of each page; there with its window, which loads while its library is opened. */
  readonly #answers = new Map<number, Promise<Handlers | undefined>>();
  /** One opening at a time, or two of them would not see each other and open one library twice. */
  readonly #openings = new Queue();
  readonly #kept: KeptLibraries;
  readonly #ending: Ending;
  #settingsTold = false;

  constructor(appPath: string, settings: SettingsKeeper, forced: Language | undefined) {
    const language = (): Language => windowLanguage(settings, forced);
    const userDataDir = app.getPath('userData');
    this.#shared = { appPath, userDataDir, settings, language, diagrams: new DrawnDiagrams(userDataDir) };
    this.#kept = new KeptLibraries(settings);
    this.#ending = new Ending(settings);
  }

  handlersOf(webContentsId: number): Promise<Handlers | undefined> | undefined {
    return this.#answers.get(webContentsId);
  }

  libraryOf(windowId: number): string | undefined {
    return this.#open.all.find(({ page }) => page.window.id === windowId)?.root;
  }

  /** The first start: what is wanted, else every library that had a window at the end. */
  async openFirst(wanted: Wanted): Promise<void> {
    const roots = this.#shared.settings.openLibraries;
    if (wanted.library !== undefined || wanted.post !== undefined || roots.length < 2)
      return this.open(wanted);
    const { reached, failures } = await reachableOf(roots);
    this.#kept.areAway(roots.filter((root) => !reached.includes(root)));
    for (const [at, library] of reached.entries())
      await this.open({ library, post: undefined }, at === 0 ? failures : []);
    if (reached.length === 0) await this.open(wanted, failures);
  }

  /** Shows what is wanted: in the window that has its library already, else in a new one. */
  open(wanted: Wanted, failures: readonly Failure[] = []): Promise<void> {
    return this.#openings.run(async () => {
      const root = await rootOf(wanted, this.#shared.settings.lastLibrary);
      const there = await this.#open.having(root);
      if (there === undefined) await this.#openWindow(root, wanted, failures);
      else focusSession(there, wanted.post, root);
    });
  }

  /** Opens another library in a window; one that has a window already is shown there. True when this window changed. */
  change(session: Session, root: string): Promise<boolean> {
    return this.#openings.run(async () => {
      const there = await this.#open.having(root);
      if (there !== undefined && there !== session) {
        focusSession(there, undefined, root);
        return false;
      }
      // It would take and give back the lock of one library twice.
      if (session.root === root) return false;
      await session.change(root);
      this.#kept.chosen();
      await this.#keepOpen();
      return true;
    });
  }

  /** Redraws what depends on settings, in every window. */
  settingsChanged(): void {
    const { settings, language } = this.#shared;
    this.#drawMenu();
    for (const { page } of this.#open.all) {
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
      if (this.#open.isEmpty) void this.open({ library: undefined, post: undefined });
    });
    this.#ending.hear();
  }

  #front(): Wanted {
    return { library: this.#open.front?.root, post: undefined };
  }

  /** The last window that closes, and quitting, leave what the next start opens as it is. */
  async #keepOpen(): Promise<void> {
    if (!this.#ending.isAsked) await this.#kept.keep(this.#open);
  }

  #drawMenu(): void {
    showMenu(messagesFor(this.#shared.language()), (id) => {
      const window = BrowserWindow.getFocusedWindow() ?? this.#open.front?.page.window;
      if (window !== undefined) sendEvent(window.webContents, 'command.run', id);
    });
  }

  async #openWindow(wantedRoot: string, wanted: Wanted, told: readonly Failure[]): Promise<void> {
    const failures: Failure[] = [...(this.#settingsTold ? [] : this.#shared.settings.failures), ...told];
    this.#settingsTold = true;
    const { appPath, language, settings } = this.#shared;
    const isKnown = wanted.library === undefined && settings.lastLibrary === wantedRoot;
    const wish = { root: wantedRoot, isKnown, instead: defaultLibrary() };
    const { root, isNew, failures: missed } = await findLibrary(wish, appPath, language());
    failures.push(...missed);
    const there = root === wantedRoot ? undefined : await this.#open.having(root);
    if (there !== undefined) {
      focusSession(there, undefined, root);
      for (const failure of failures) sendEvent(there.page.window.webContents, 'app.failed', failure);
      return;
    }
    const post: FirstPost = wanted.post === undefined ? undefined : { path: wanted.post };
    const first = isNew ? (post ?? 'empty') : post;
    const session = await this.#openSession(root, first, failures);
    if (session !== undefined && root !== wantedRoot) this.#kept.standsIn(session, wantedRoot);
    void session?.shown
      .then(() => this.#keepOpen())
      .catch((error: unknown) => {
        sendEvent(session.page.window.webContents, 'app.failed', failureOf(error));
      });
  }

  /** Page and library are opened side by side; the page's first request waits for the library. */
  async #openSession(
    root: string,
    first: FirstPost,
    failures: readonly Failure[],
  ): Promise<Session | undefined> {
    const { appPath, settings, diagrams } = this.#shared;
    const page = openWindow(appPath, settings.viewOf(root).window);
    const { window } = page;
    const { id } = window.webContents;
    const opening = page.begun
      .then(loadSession)
      .then((part) => part.open(this.#shared, page, root, first, failures));
    const opened = opening.catch(() => undefined);
    this.#answers.set(
      id,
      opened.then(async (session) => session && (await loadHandlers())(session, this)),
    );
    window.once('closed', () => {
      const session = this.#open.remove(id);
      this.#answers.delete(id);
      if (this.#open.isEmpty) diagrams.close();
      else this.#kept.chosen();
      this.#ending.after(session?.close() ?? opened, this.#keepOpen());
    });
    const shown = opening.then((session) => session?.shown);
    try {
      const session = await Promise.race([opening, this.#givenUp(shown, window, root)]);
      if (session !== undefined) this.#open.add(id, session);
      return session;
    } catch (error) {
      window.destroy();
      throw error;
    }
  }

  /** Resolves when the author waits no longer for a library that does not answer; another one is shown then. */
  async #givenUp(shown: Promise<unknown>, window: BrowserWindow, root: string): Promise<undefined> {
    const other = defaultLibrary();
    const instead = root === other ? undefined : other;
    const words = messagesFor(this.#shared.language());
    const stop = instead === undefined ? words.slowClose : words.slowOther(instead);
    if (await waitedFor(shown, window, { root, stop }, words)) return new Promise(() => undefined);
    if (!window.isDestroyed()) void this.#showInstead(root, instead, window);
    return undefined;
  }

  async #showInstead(root: string, instead: string | undefined, window: BrowserWindow): Promise<void> {
    const isNew = instead !== undefined && (await this.#open.having(instead)) === undefined;
    // Before the other window goes, or Fude would end with it.
    if (instead !== undefined)
      await this.open({ library: instead, post: undefined }, [{ kind: 'io', path: root, code: 'ETIMEDOUT' }]);
    if (!window.isDestroyed()) window.destroy();
    const session = isNew ? await this.#open.having(instead) : undefined;
    if (session === undefined) return;
    this.#kept.standsIn(session, root);
    await this.#keepOpen();
  }
}
