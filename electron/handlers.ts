import { clipboard, shell } from 'electron';
import blogCss from '../assets/themes/blog.css?raw';
import themeCss from '../assets/themes/default.css?raw';
import type { DraftNews } from '../core/contract/draft.ts';
import { blogTarget } from '../core/contract/export.ts';
import { messagesFor } from '../core/messages/messages.ts';
import { blogFor } from '../core/post/named-targets.ts';
import { backupHandlers } from './backup-handlers.ts';
import { writeClipboard } from './clipboard.ts';
import { chooseFile, chooseFolder } from './dialogs.ts';
import type { LibraryService } from './drafts/library-service.ts';
import { findFiles } from './export/find-files.ts';
import { FailureError } from './failures.ts';
import { writeFileAtomic } from './files/atomic-write.ts';
import { sendEvent, type Handlers } from './ipc.ts';
import { safeLink } from './links.ts';
import { asPdf, onPaper } from './printer.ts';
import { Imports } from './imports.ts';
import type { Session } from './session.ts';
import { WindowExports } from './window-exports.ts';

/** What a window asks of all of them together. */
export interface Windows {
  /** Redraws what depends on settings, in every window. */
  settingsChanged(): void;
  /** Shows a library in the window that has it, else in a new one. */
  open(wanted: { readonly library: string; readonly post: undefined }): Promise<void>;
  /** Opens another library in this window; false when another window has it, and was shown. */
  change(session: Session, root: string): Promise<boolean>;
}

const pdf = { name: 'PDF', extensions: ['pdf'] };
const markdown = { name: 'Markdown', extensions: ['md'] };

// What turns a post into HTML is a megabyte of code, wanted by the first export and at no start.
const loadFragment = () => import('./export/export-post.ts').then((part) => part.copyableFragment);
const loadCopyFor = () => import('./export/copy-for.ts').then((part) => part.copyFor);
const loadPrintable = () => import('./export/printable.ts').then((part) => part.printablePage);

/** The answers of one window, one row a request. */
export function handlersFor(session: Session, windows: Windows): Handlers {
  const { page, shared } = session;
  const { settings } = shared;
  const library = (): LibraryService => session.library;
  const words = () => messagesFor(shared.language());
  const where = (named?: string) => ({
    libraryRoot: session.root,
    blog: blogFor(library().library.blog, named),
    language: shared.language(),
    userDataDir: shared.userDataDir,
    themeCss,
  });
  /** All posts: two of them that would become one file are named. */
  const postIds = async () => (await library().list()).map(({ id }) => id);

  const chooseLibrary = (): Promise<string | undefined> => {
    const labels = { title: words().chooseLibraryTitle, button: words().choose };
    return chooseFolder(page.window, labels, session.root);
  };

  const imports = new Imports(page.window);
  const exports = new WindowExports({
    userDataDir: shared.userDataDir,
    root: () => session.root,
    postJob: async ({ post, folder, named }, target) => ({
      ...where(named),
      post,
      target,
      folder,
      posts: await postIds(),
      now: library().now(),
    }),
    blogJob: async ({ folder, named }) => ({
      ...where(named),
      posts: await postIds(),
      folder,
      css: `${themeCss}\n${blogCss}`,
      now: library().now(),
    }),
    tell: (progress) => sendEvent(page.window.webContents, 'export.progress', progress),
  });

  return {
    'app.start': () => session.startState(),
    'app.shown': () => session.tellShown(),
    'app.today': () => library().today(),
    'app.closed': () => page.letGo(),

    'library.list': () => library().list(),
    'library.choose': async () => {
      const chosen = await chooseLibrary();
      return chosen !== undefined && (await windows.change(session, chosen)) ? library().library : undefined;
    },
    'library.openInNewWindow': async (path) => {
      if (path !== undefined && !session.restored.has(path))
        throw new FailureError({ kind: 'refused', what: 'library.openInNewWindow' });
      const chosen = path ?? (await chooseLibrary());
      if (chosen !== undefined) await windows.open({ library: chosen, post: undefined });
    },
    'library.search': (query) => library().search(query),
    'library.import': () => imports.run(session.root, shared.language()),
    'library.callOffImport': () => imports.callOff(),

    'post.open': (id) => library().open(id),
    'post.create': (text, date, draft) => library().create(text, date, draft),
    'post.save': (id, text, hash) => library().save(id, text, hash),
    'post.overwrite': (id, text) => library().overwrite(id, text),
    'post.saveElsewhere': async (name, text) => {
      const labels = { title: words().saveElsewhereTitle, button: words().choose };
      const path = await chooseFile(page.window, labels, name, markdown);
      if (path !== undefined) await writeFileAtomic(path, new TextEncoder().encode(text));
      return path;
    },
    'post.rename': async (id, slug) => {
      const post = await library().rename(id, slug);
      await exports.moved(id, post.id);
      return post;
    },
    'post.settleSlug': async (id, title) => {
      const now = await library().settleSlug(id, title);
      await exports.moved(id, now);
      return now;
    },
    'post.duplicate': (id) => library().duplicate(id),
    'post.trash': (id) => library().trash(id),
    'post.restore': (ticket) => library().restore(ticket),
    'post.convertToUtf8': (id) => library().convertToUtf8(id),
    'post.storeImage': (id, name, bytes) => library().storeImage(id, name, bytes),
    'post.showInFolder': (id) => shell.showItemInFolder(library().pathOf(id)),

    'trash.list': () => library().trashed.list(),
    'trash.read': (ticket) => library().trashed.read(ticket),
    'trash.remove': (ticket) => library().trashed.remove(ticket),

    'history.list': (of) => library().history.list(of),
    'history.read': (of, hash) => library().history.read(of, hash),
    'history.restore': (id, hash, base) => library().history.restore(id, hash, base),
    'history.keep': (id, text, why) => library().history.keep(id, text, why),

    'graveyard.bury': (burials) => library().graveyard.bury(burials),
    'graveyard.revive': (ids) => library().graveyard.revive(ids),
    'graveyard.find': (query, post) => library().graveyard.find(query, post),
    'graveyard.read': (id) => library().graveyard.read(id),

    'clipboard.write': (text) => clipboard.writeText(text),

    'draft.begin': (start, news) => library().drafts.begin(start, news),
    'draft.append': (draft, news) => library().drafts.append(draft, JSON.parse(news) as DraftNews),
    'draft.save': (draft, id, text, hash) => library().drafts.save(draft, id, text, hash),
    'draft.leave': (draft) => library().drafts.leave(draft),

    'diagram.draw': (source) => shared.diagrams.draw(source),
    'review.findFiles': async (id, asked) => {
      // It has to name a post of the library before anything is looked for.
      library().pathOf(id);
      return findFiles({ libraryRoot: session.root, post: id, posts: await postIds() }, asked);
    },

    'export.chooseFolder': (current) =>
      chooseFolder(page.window, { title: words().chooseExportTitle, button: words().choose }, current),
    'export.plan': (request) => exports.plan(request),
    'export.run': async (request, overwrite) => {
      const result = await exports.run(request, overwrite);
      const { history } = library();
      if (result !== undefined && request.target === blogTarget) await history.exportedAll(blogTarget);
      else if (result !== undefined) await history.exported(request.post, request.target);
      return result;
    },
    'export.callOff': () => exports.callOff(),
    'export.file': (path) => exports.file(path),
    'export.undo': (folder) => exports.undo(folder),
    'export.receipts': (ids) => exports.receipts(ids),
    'export.exportedText': (id) => exports.text(id),
    'export.copyFragment': async (id) => {
      const copyableFragment = await loadFragment();
      const { html, text } = await copyableFragment({ ...where(), post: id });
      await writeClipboard(html, text);
    },
    'export.copyFor': async (id, target) => {
      const copyFor = await loadCopyFor();
      const { html, text, ...copied } = await copyFor({ ...where(), post: id }, target);
      await writeClipboard(html, text);
      return copied;
    },
    'export.print': async (id) => {
      const printablePage = await loadPrintable();
      await onPaper((await printablePage({ ...where(), post: id })).html);
    },
    'export.pdf': async (id) => {
      const printablePage = await loadPrintable();
      const { name, html } = await printablePage({ ...where(), post: id });
      const labels = { title: words().savePdfTitle, button: words().choose };
      const path = await chooseFile(page.window, labels, `${name}.pdf`, pdf);
      if (path !== undefined) await writeFileAtomic(path, await asPdf(html));
      return path;
    },
    'export.openFolder': async (path) => {
      const trouble = await shell.openPath(path);
      if (trouble !== '') throw new FailureError({ kind: 'missing', path });
    },

    ...backupHandlers(session),

    'link.open': async (address) => {
      const safe = safeLink(address);
      if (safe === undefined) throw new FailureError({ kind: 'refused', what: address });
      await shell.openExternal(safe);
    },

    'settings.change': async (change) => {
      const changed = await settings.change(change);
      windows.settingsChanged();
      return changed;
    },
    'view.change': (change) => settings.changeView(session.root, change),
  };
}
