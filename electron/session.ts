import { homedir } from 'node:os';
import type { Failure } from '../core/contract/failure.ts';
import type { PostId } from '../core/contract/post.ts';
import type { Language } from '../core/contract/settings.ts';
import type { StartState } from '../core/contract/requests.ts';
import { messagesFor } from '../core/messages/messages.ts';
import type { LibraryService } from './drafts/library-service.ts';
import { openLibrary } from './drafts/open-library.ts';
import type { DrawnDiagrams } from './drawn-diagrams.ts';
import { FailureError } from './failures.ts';
import { watchForHang } from './hung-page.ts';
import { sendEvent } from './ipc.ts';
import { LibraryBackups } from './library-backups.ts';
import type { SettingsKeeper } from './settings/settings.ts';
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

/** What the page shows first: a post by its absolute path, an empty one, or (undefined) the one it was left at. */
export type FirstPost = { readonly path: string } | 'empty' | undefined;

/** What the page shows first of its library. */
type FirstSight = Pick<StartState, 'posts' | 'post' | 'failures'>;

/** One window and the library it has open. */
export class Session {
  readonly page: PageWindow;
  readonly shared: Shared;
  /** Folders that were restored from a backup here; the page may ask to open them. */
  readonly restored = new Set<string>();
  #backups: LibraryBackups;
  #library: LibraryService;
  #first: FirstPost;
  /** Told to the page once, at its next start. */
  #failures: readonly Failure[];
  /** Looked up while the page still loads; undefined as soon as it is given, or a post has changed since. */
  #sight: Promise<FirstSight> | undefined;
  /** The list, when it has changed since that look. */
  #newerPosts: FirstSight['posts'] | undefined;
  /** What a crash left open, until the page has been told. */
  #recovered: PostId | undefined;
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
    this.#first = first;
    this.#failures = [...failures, ...library.failures];
    let tellShown = (): void => undefined;
    this.shown = new Promise((resolve) => {
      tellShown = resolve;
    });
    this.tellShown = tellShown;
    const { window } = page;
    window.on('close', () => void shared.settings.changeView(this.root, { window: placeOf(window) }));
    watchForHang(window, () => messagesFor(shared.language()));
    this.#backups = this.#backupsOf(library);
    this.#listen();
    this.#lookAhead();
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

  /** Opens another library in this window; the page has saved and starts anew. */
  async change(root: string): Promise<void> {
    const next = await openSharedLibrary(root, this.shared);
    await this.close();
    this.#library = next;
    this.#backups = this.#backupsOf(next);
    this.#failures = next.failures;
    this.#recovered = undefined;
    this.#listen();
    this.#lookAhead();
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
    const sight = await this.#nextSight();
    const posts = this.#newerPosts ?? sight.posts;
    this.#failures = [];
    this.#first = undefined;
    this.#recovered = undefined;
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
      today: this.#library.today(),
      ...sight,
      posts,
    };
  }

  /** Each start of the page has a look of its own. */
  async #nextSight(): Promise<FirstSight> {
    const ahead = this.#sight;
    const sight = await ahead?.catch(() => undefined);
    const current = this.#sight === ahead;
    this.#sight = undefined;
    return sight !== undefined && current ? sight : this.#look();
  }

  #lookAhead(): void {
    this.#sight = this.#look();
    // What fails is looked up again when the page asks, and said then.
    this.#sight.catch(() => undefined);
  }

  async #look(): Promise<FirstSight> {
    const service = this.#library;
    this.#recovered = (await service.recover()) ?? this.#recovered;
    const posts = await service.list();
    this.#newerPosts = undefined;
    const failures = [...this.#failures];
    const first = this.#first;
    const wanted =
      first === 'empty'
        ? undefined
        : ((first && service.idOf(first.path)) ??
          this.#recovered ??
          this.shared.settings.viewOf(this.root).openPost ??
          posts[0]?.id);
    const post = wanted === undefined ? undefined : await this.#read(wanted, failures);
    return { posts, post, failures };
  }

  /** A post that was open but is gone since is no failure; one that cannot be read is. */
  async #read(id: PostId, failures: Failure[]): Promise<StartState['post']> {
    try {
      return await this.#library.open(id);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      if (error.failure.kind !== 'missing') failures.push(error.failure);
      return undefined;
    }
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
          this.#newerPosts = change.posts;
          sendEvent(contents, 'library.changed', change.posts);
          break;
        case 'files':
          sendEvent(contents, 'library.filesChanged', undefined);
          break;
        case 'post':
          this.#sight = undefined;
          sendEvent(contents, 'post.changedOutside', { id: change.id, post: change.post });
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
