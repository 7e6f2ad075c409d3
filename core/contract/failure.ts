/**
 * What can go wrong in front of a person, as data that crosses the process line.
 * `core/messages` turns each kind into a sentence in the author's language; nothing else words them.
 */
export type Failure =
  /** The file or folder is not there (ENOENT, ENOTDIR). */
  | { readonly kind: 'missing'; readonly path: string }
  /** Permission or a read-only medium (EACCES, EPERM, EROFS). */
  | { readonly kind: 'denied'; readonly path: string; readonly access: 'read' | 'write' }
  /** No room on the disk (ENOSPC, EDQUOT). */
  | { readonly kind: 'disk-full'; readonly path: string }
  /** The disk or the network share failed (EIO and whatever has no kind of its own). */
  | { readonly kind: 'io'; readonly path: string; readonly code: string }
  /** The bytes on disk are not UTF-8 text; the file was not touched. */
  | { readonly kind: 'not-utf8'; readonly path: string }
  /** A directory, device, FIFO or socket where a file was wanted. */
  | { readonly kind: 'not-a-file'; readonly path: string }
  /** Something else than an image was to be stored beside a post; `name` is the file's as it was dropped. */
  | { readonly kind: 'not-an-image'; readonly name: string }
  /** A file to be imported is neither an export of WordPress nor one in the form of Movable Type. */
  | { readonly kind: 'not-an-export'; readonly path: string }
  /** A file or something else where a folder was wanted. */
  | { readonly kind: 'not-a-folder'; readonly path: string }
  /** Something that cannot be written over or into stands where an export puts a file or a folder. */
  | { readonly kind: 'in-the-way'; readonly path: string }
  /** A folder's place was not given from the root of a disk on. */
  | { readonly kind: 'not-absolute'; readonly path: string }
  /** Larger than Fude takes; `size` and `limit` in bytes. */
  | { readonly kind: 'too-large'; readonly path: string; readonly size: number; readonly limit: number }
  /** Somebody else changed the file since it was read; nothing was written. */
  | { readonly kind: 'changed-outside'; readonly path: string }
  /** Something is there already. */
  | { readonly kind: 'exists'; readonly path: string }
  /** A name that no file can bear; `reason` is a key of the catalogue. */
  | { readonly kind: 'bad-name'; readonly name: string; readonly reason: BadNameReason }
  /** Another Fude has this library open. */
  | { readonly kind: 'library-in-use'; readonly path: string }
  /** The library that was open last is not there; another one is shown instead. */
  | { readonly kind: 'library-away'; readonly path: string; readonly opened: string }
  /** The author's first library was not there any more, and was made anew. */
  | { readonly kind: 'library-anew'; readonly path: string }
  /** A folder that lies in an open library, or holds it; the window of that one is shown instead. */
  | { readonly kind: 'library-overlaps'; readonly path: string; readonly open: string }
  /** A settings file that could not be read; it was kept at `kept` and defaults are in use. */
  | { readonly kind: 'settings-damaged'; readonly path: string; readonly kept: string }
  /** The library is larger than its backups may be; sizes in bytes. Nothing was copied. */
  | {
      readonly kind: 'backup-too-large';
      readonly path: string;
      readonly size: number;
      readonly limit: number;
    }
  /** The list of one backup was not as it was written; it was kept at `kept`, the other backups stand. */
  | { readonly kind: 'backup-damaged'; readonly path: string; readonly kept: string }
  /** The restore drill found files that do not come back as they were; `folder` holds the backups. */
  | {
      readonly kind: 'backup-unsound';
      readonly folder: string;
      readonly count: number;
      readonly first: string;
    }
  /** A folder for backups or restored copies that lies in the library itself. */
  | { readonly kind: 'inside-library'; readonly path: string }
  /** Kept by a later version of Fude in a way that this one does not know; it was left alone. */
  | { readonly kind: 'newer-format'; readonly path: string }
  /** The export would write over files that Fude did not write. */
  | { readonly kind: 'would-overwrite'; readonly paths: readonly string[] }
  /** A link in the export's folder that leads out of it, or to nothing. */
  | { readonly kind: 'link-outside'; readonly path: string }
  /** The export was stopped by problems named in the plan. */
  | { readonly kind: 'export-problems'; readonly count: number }
  /** What was written beside is not what the plan said, so nothing was put in place; `subject` is an address or a path in it. */
  | {
      readonly kind: 'export-unsound';
      readonly path: string;
      readonly reason: UnsoundReason;
      readonly subject: string;
    }
  /** Another Fude is exporting into this folder. */
  | { readonly kind: 'export-in-use'; readonly path: string }
  /** There is no export to take back, or what it replaced was too much to keep. */
  | { readonly kind: 'undo-none' }
  /** Files that the last export wrote were changed since; nothing was taken back. */
  | { readonly kind: 'undo-changed'; readonly paths: readonly string[] }
  /** A request that no window of Fude makes. */
  | { readonly kind: 'refused'; readonly what: string }
  /** A fault of Fude's own; `detail` is for the bug report. */
  | { readonly kind: 'internal'; readonly detail: string };

export type BadNameReason =
  | 'empty'
  | 'too-long'
  | 'reserved'
  | 'separator'
  | 'control'
  | 'leading-dot'
  | 'trailing-dot'
  | 'outside';

export type UnsoundReason = 'bytes' | 'image' | 'link' | 'anchor' | 'text' | 'front-matter' | 'data';

/** The answer to every request: a value, or what went wrong. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };
