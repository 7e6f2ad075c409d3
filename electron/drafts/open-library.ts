import { stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Failure } from '../../core/contract/failure.ts';
import type { PostId } from '../../core/contract/post.ts';
import type { Language } from '../../core/contract/settings.ts';
import { calendarDay } from '../../core/post/dates.ts';
import type { PostDate } from '../../core/post/dates.ts';
import { FailureError, failing } from '../failures.ts';
import { Queue } from '../files/queue.ts';
import { appDataOf } from './app-data.ts';
import { BlogFile } from './blog-file.ts';
import { clockIn } from './clock.ts';
import { Drafts } from './drafts.ts';
import { Graveyard } from './graveyard.ts';
import { FreshPosts } from './fresh-posts.ts';
import { HistoryKeeper } from './history-keeper.ts';
import { History } from './history.ts';
import { Identities, isIdentity } from './identities.ts';
import { spareFolders } from './journal-places.ts';
import { removeLeftovers } from './leftovers.ts';
import { requestsOf } from './library-requests.ts';
import type { LibraryChange, LibraryService } from './library-service.ts';
import { LibraryWatch } from './library-watch.ts';
import { readListCache, writeListCache } from './list-cache.ts';
import { lockLibrary } from './lock.ts';
import { PostList } from './post-list.ts';
import { postHistory } from './post-history.ts';
import { checkPostId } from './post-path.ts';
import { recoverDrafts } from './recover.ts';
import { Search } from './search.ts';
import { Moves, type Shelf } from './shelf.ts';
import { thinDaily } from './thin-daily.ts';
import { trashRequests } from './trash-requests.ts';
import { Versions } from './versions.ts';

/** Which folder to open as a library, and how. */
export interface LibraryOptions {
  /** Absolute path of an existing folder. */
  readonly root: string;
  readonly userDataDir: string;
  /** The interface's, for a blog that names none. */
  readonly language: () => Language;
  /** Bytes that the history may take. */
  readonly historyLimit?: () => number;
  /** Milliseconds between looks for what gives no event. */
  readonly period?: number;
}

/** Bytes. */
const defaultHistory = 500_000_000;

/** A list this long is shown from the app data first and read anew behind it. */
const longList = 2000;

/** Opens a folder as a library without changing any file of it. Throws a FailureError when it is no readable folder. */
export async function openLibrary(options: LibraryOptions): Promise<LibraryService> {
  const root = resolve(options.root);
  const isFolder = await failing(root, 'read', async () => (await stat(root)).isDirectory());
  if (!isFolder) throw new FailureError({ kind: 'missing', path: root });
  const appData = appDataOf(options.userDataDir, root);
  const cachePath = join(appData, 'list.json');
  const remembered = await readListCache(cachePath);

  const listeners = new Set<(change: LibraryChange) => void>();
  const tell = (change: LibraryChange): void => listeners.forEach((listener) => listener(change));
  let toldRevision = 0;
  const tellList = (): void => {
    if (list.revision === toldRevision) return;
    toldRevision = list.revision;
    tell({ kind: 'list', posts: list.posts });
  };

  const blogFile = new BlogFile(root);
  const writes = new Queue();
  const watch = new LibraryWatch(root, writes, options.period ?? 2000, {
    list: tellList,
    files: () => tell({ kind: 'files' }),
    blog: () => blogFile.read(),
    post: (id, post) => tell({ kind: 'post', id, post }),
    moved: (from, to) => tell({ kind: 'moved', from, to }),
    reachable: (reachable) => tell({ kind: 'reachable', reachable }),
  });
  const list = new PostList(root, remembered, watch.enterFolder);
  const fresh = await FreshPosts.open(join(appData, 'fresh.json'));
  const history = new History(join(appData, 'history'));
  const identities = await Identities.open(join(appData, 'identities.json'), () => history.posts());
  const keeper = new HistoryKeeper(history, identities, (failure) =>
    tell({ kind: 'historyTrouble', failure }),
  );
  const graveyard = new Graveyard(join(appData, 'graveyard.log'));
  const shelf: Shelf = {
    root,
    list,
    versions: new Versions(),
    moves: new Moves(),
    fresh,
    identities,
    keeper,
  };
  const drafts = new Drafts(join(appData, 'drafts'), spareFolders(root), shelf, options.period);
  const lock = await lockLibrary(root);

  const firstLook = list.lookAtAll().then(async () => {
    if (lock.state === 'mine') await removeLeftovers(root, list.leftovers);
    await writeListCache(cachePath, list.seen);
  });
  try {
    if (remembered.size < longList) await firstLook;
    else void firstLook.then(tellList, ignoreFailure);
    await blogFile.read();
  } catch (error) {
    await watch.close();
    await lock.release();
    throw error;
  }
  toldRevision = list.revision;
  watch.start(shelf);
  void drafts.thin().catch(ignoreFailure);
  const stopThinning = thinDaily(history, appData, options.historyLimit ?? (() => defaultHistory));

  const inUse: readonly Failure[] = lock.state === 'theirs' ? [{ kind: 'library-in-use', path: root }] : [];
  const requests = requestsOf(shelf, writes, new Search(root, list), watch, tellList);
  const now = (): PostDate => clockIn(blogFile.blog(options.language()).timeZone, new Date());
  const today = (): string => calendarDay(now());
  return {
    ...requests,
    open: async (id) => drafts.restore(await requests.open(id)),
    drafts: {
      begin: (start, news) => drafts.begin(start, news),
      append: (draft, news) => drafts.append(draft, news),
      save: async (draft, id, mark, hash) => {
        const text = await drafts.textAt(draft, id, mark);
        return text === undefined ? 'resync' : requests.save(id, text, hash);
      },
      leave: async (draft) => {
        await drafts.leave(draft);
        if (isIdentity(draft)) keeper.left(draft);
      },
    },
    history: postHistory(shelf, history, writes),
    graveyard,
    trashed: trashRequests(shelf, writes, async (identity) => {
      await history.remove(identity);
      await drafts.removeAll(identity);
    }),
    recover: (keepOpen) => recoverDrafts({ shelf, drafts, requests, keepOpen, today: today() }),
    get library() {
      return { root, name: basename(root), blog: blogFile.blog(options.language()) };
    },
    failures: [...inUse, ...blogFile.failures, ...list.unreadable.values()],
    today,
    now,
    pathOf: (id) => join(root, checkPostId(id)),
    idOf: (path) => idOf(root, path),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      await watch.close();
      await drafts.close();
      await writes.idle();
      stopThinning();
      await keeper.idle();
      await history.close();
      await graveyard.close();
      await writeListCache(cachePath, list.seen);
      await lock.release();
      listeners.clear();
    },
  };
}

/** A library that vanishes while its list is read anew is told by the watch of its root. */
function ignoreFailure(error: unknown): void {
  if (!(error instanceof FailureError)) throw error;
}

function idOf(root: string, path: string): PostId | undefined {
  const below = relative(root, path);
  if (below === '' || isAbsolute(below)) return undefined;
  try {
    return checkPostId(below.split(sep).join('/'));
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return undefined;
  }
}
