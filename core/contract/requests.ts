import type { BackedUpPost, BackupState, RestoredLibrary } from './backup.ts';
import type { DraftBegun, DraftKept, DraftNews, DraftStart, TextMark } from './draft.ts';
import type { DrawnDiagram } from './diagram.ts';
import type { ExportPlan, ExportRequest, ExportResult, FileSides, UndoneExport } from './export.ts';
import type { ExportedText, PostExport } from './exported.ts';
import type { Copied, PasteTarget } from './paste.ts';
import type { ImportReport } from './import.ts';
import type { Burial, LostText } from './graveyard.ts';
import type { HistoryOf, PostVersion } from './history.ts';
import type { Library } from './library.ts';
import type {
  OpenedPost,
  PostId,
  PostSummary,
  SavedPost,
  StoredImage,
  TrashedPost,
  TrashedRow,
} from './post.ts';
import type { FilesAsked, FilesFound } from './review.ts';
import type { Settings, ViewState } from './settings.ts';
import type { StartState } from './start-state.ts';
import type { StorageName, StoragePlace } from './storage.ts';

/** Page → main. The bridge, the handlers and the channel names are all derived from this one type. */
export interface Requests {
  'app.start'(): StartState;
  /** The first text is on the screen: what it did not need may begin. */
  'app.shown'(): void;
  /** Today in the library's time zone, `YYYY-MM-DD`. */
  'app.today'(): string;
  /** The page has saved all it had; the window may go. */
  'app.closed'(): void;

  'library.list'(): readonly PostSummary[];
  /** Asks for a folder in the system's dialog; undefined when the author backs out. The page reloads afterwards. */
  'library.choose'(): Library | undefined;
  /** Asks for a folder and opens it as a library in a window of its own; a path must be one that was restored here. */
  'library.openInNewWindow'(path: string | undefined): void;
  /** Ids of the posts whose text, title or tags hold every word of the query, any case and width. */
  'library.search'(query: string): readonly PostId[];
  /** Asks for an export file of another blog and makes posts of it; undefined when the author backs out. */
  'library.import'(): ImportReport | undefined;
  /** Calls off an import between two posts. */
  'library.callOffImport'(): void;

  'post.open'(id: PostId): OpenedPost;
  /** Makes the file of a new post from its first text. `date` is `YYYY-MM-DD` and names the folder, `draft` its journal. */
  'post.create'(text: string, date: string, draft?: string): OpenedPost;
  /** `hash` is that of the version the text grew from; `changed-outside` when the disk has another one. */
  'post.save'(id: PostId, text: string, hash: string): SavedPost;
  /** Writes what is in the window over what came from outside; the outside version is kept beside first. */
  'post.overwrite'(id: PostId, text: string): SavedPost;
  /** Asks for a place and writes the text there, beside a post that cannot be saved; its path, or undefined. */
  'post.saveElsewhere'(name: string, text: string): string | undefined;
  /** Gives the post's folder (or file) this slug; images move with it. */
  'post.rename'(id: PostId, slug: string): OpenedPost;
  /** Names a new post's folder after its title, once; the same id when it has a slug already or none can be made. */
  'post.settleSlug'(id: PostId, title: string): PostId;
  'post.duplicate'(id: PostId): OpenedPost;
  'post.trash'(id: PostId): TrashedPost;
  'post.restore'(ticket: string): PostId;
  /** Makes a UTF-8 copy beside a post that is in another encoding, and opens the copy. */
  'post.convertToUtf8'(id: PostId): OpenedPost;
  'post.storeImage'(id: PostId, name: string, bytes: Uint8Array): StoredImage;
  'post.showInFolder'(id: PostId): void;

  /** Newest first. */
  'trash.list'(): readonly TrashedRow[];
  /** The text of a trashed post. */
  'trash.read'(ticket: string): string;
  /** Deletes a trashed post for good, with its images and its history. */
  'trash.remove'(ticket: string): void;

  /** The versions of a post, newest first. */
  'history.list'(of: HistoryOf): readonly PostVersion[];
  /** The text of a version, by its hash. */
  'history.read'(of: HistoryOf, hash: string): string;
  /** Writes a version into the post's file, byte for byte; `base` is the hash of the file as the window knows it. */
  'history.restore'(id: PostId, hash: string, base: string): OpenedPost;
  /** Keeps a text of the window before it is given up. */
  'history.keep'(id: PostId, text: string, why: 'restore' | 'mine'): void;

  /** Keeps texts that were deleted. */
  'graveyard.bury'(burials: readonly Burial[]): void;
  /** These deleted texts were put in again. */
  'graveyard.revive'(ids: readonly string[]): void;
  /** Deleted texts that hold every word of the query, newest first, of one post or of all. */
  'graveyard.find'(query: string, post: PostId | undefined): readonly LostText[];
  'graveyard.read'(id: string): string;

  'clipboard.write'(text: string): void;

  /**
   * Starts the journal of a post anew from a text that is filed and what was edited since; answers the post's identity.
   * `resync`: the file is not the one that the start names; it wants the text itself.
   */
  'draft.begin'(start: DraftStart, news: DraftNews): DraftBegun | 'resync';
  /** `news` is a `DraftNews` in JSON: a text goes over as it is, while an object is copied part by part, twice. */
  'draft.append'(draft: string, news: string): DraftKept;
  /** `post.save` of the text that the journal holds. `resync`: that is not the one meant; nothing was written. */
  'draft.save'(draft: string, id: PostId, text: TextMark, hash: string): SavedPost | 'resync';
  /** The post is left; its journal is put aside with its undo history when everything in it is saved. */
  'draft.leave'(draft: string): void;

  /** What becomes of the source of a diagram: as it was kept, else drawn now. */
  'diagram.draw'(source: string): DrawnDiagram;
  /** Looks for what the text of a post refers to: links and images. */
  'review.findFiles'(id: PostId, asked: FilesAsked): FilesFound;

  'export.chooseFolder'(current: string | undefined): string | undefined;
  /** What an export would do; undefined when it was called off. */
  'export.plan'(request: ExportRequest): ExportPlan | undefined;
  /** `overwrite` is the author's yes to the foreign files of the plan. Undefined when it was called off: nothing changed. */
  'export.run'(request: ExportRequest, overwrite: boolean): ExportResult | undefined;
  /** Calls off what `plan` or `run` is doing, unless files are being put in place already. */
  'export.callOff'(): void;
  /** Both sides of a file of the latest plan, by its path. */
  'export.file'(path: string): FileSides;
  /** Takes back the last export into this folder; undefined: the latest one of the library. */
  'export.undo'(folder: string | undefined): UndoneExport;
  /** The latest exports of these posts, or of all; posts that were never exported are left out. */
  'export.receipts'(ids: readonly PostId[] | undefined): readonly PostExport[];
  /** What a post was at its latest export; undefined when it has none. */
  'export.exportedText'(id: PostId): ExportedText | undefined;
  /** Puts the post's HTML fragment on the clipboard, as HTML and as plain text. */
  'export.copyFragment'(id: PostId): void;
  /** Puts the post on the clipboard as this place takes it, as HTML and as plain text. */
  'export.copyFor'(id: PostId, target: PasteTarget): Copied;
  /** Prints the post by the system's dialog. */
  'export.print'(id: PostId): void;
  /** Asks for a place and saves the post as PDF there; its path, or undefined. */
  'export.pdf'(id: PostId): string | undefined;
  'export.openFolder'(path: string): void;

  'backup.state'(): BackupState;
  /** False when it was called off. */
  'backup.run'(): boolean;
  /** Unpacks the newest backup into a scratch folder and compares it; false when it was called off. */
  'backup.drill'(): boolean;
  'backup.callOff'(): void;
  /** Asks for the folder for the backups of all libraries; `undefined` as the choice goes back to the user data. */
  'backup.chooseFolder'(choice: 'ask' | undefined): void;
  /** Asks for a folder and restores a whole backup into a new one in it; undefined when the author backs out. */
  'backup.restore'(id: string): RestoredLibrary | undefined;
  'backup.posts'(id: string): readonly BackedUpPost[];
  /** Brings one post of a backup back into the library, beside what is there. */
  'backup.restorePost'(id: string, path: string): PostId;

  /** What is kept where. Sizes are counted for the answer. */
  'storage.places'(): readonly StoragePlace[];
  'storage.open'(name: StorageName): void;

  /** http, https and mailto only. */
  'link.open'(address: string): void;

  'settings.change'(change: Partial<Settings>): Settings;
  'view.change'(change: Partial<ViewState>): void;
}

export type RequestName = keyof Requests;
