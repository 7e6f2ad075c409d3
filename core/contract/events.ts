import type { BackupJob } from './backup.ts';
import type { ExportProgress } from './export.ts';
import type { Failure } from './failure.ts';
import type { ImportProgress } from './import.ts';
import type { OpenedPost, PostId, PostSummary } from './post.ts';
import type { Language, Settings } from './settings.ts';

/** Main → page. */
export interface Events {
  /** A menu item was chosen; `id` is a command of the table. */
  'command.run': string;
  /** The list on disk is another one now. */
  'library.changed': readonly PostSummary[];
  /** Files that are no posts came, went or changed: images, perhaps. */
  'library.filesChanged': undefined;
  /** A post's file has other bytes now, not written by this Fude; undefined when it is gone. */
  'post.changedOutside': { readonly id: PostId; readonly post: OpenedPost | undefined };
  /** Another program gave a post's file, or a folder above it, another name; its bytes are the same. */
  'post.movedOutside': { readonly from: PostId; readonly to: PostId };
  /** The library's folder is gone, or is back. */
  'library.reachable': boolean;
  /** The history could not be written; told once, until it could again. */
  'history.trouble': Failure;
  /** Another start asked for this post. */
  'post.show': PostId;
  'settings.changed': { readonly settings: Settings; readonly language: Language };
  /** How far the export of a whole blog has come. */
  'export.progress': ExportProgress;
  /** What is being done about backups now; undefined when nothing is any more. */
  'backup.job': BackupJob | undefined;
  /** Something that this window did not ask for went wrong, such as the backup of the day; said once. */
  'app.failed': Failure;
  /** A file was chosen to be imported, or so much of it is. */
  'import.progress': ImportProgress & { readonly file: string };
  /** The window is about to close: save, then answer `app.closed`. */
  'app.closing': undefined;
}

export type EventName = keyof Events;

/** A runtime list of the names, checked against the type, for the bridge. */
export const eventNames = Object.keys({
  'command.run': 0,
  'library.changed': 0,
  'library.filesChanged': 0,
  'post.changedOutside': 0,
  'post.movedOutside': 0,
  'library.reachable': 0,
  'history.trouble': 0,
  'post.show': 0,
  'settings.changed': 0,
  'export.progress': 0,
  'backup.job': 0,
  'app.failed': 0,
  'import.progress': 0,
  'app.closing': 0,
} satisfies Record<EventName, 0>) as readonly EventName[];
