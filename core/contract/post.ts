import type { RestoredDraft } from './restored-draft.ts';

/** A post's path below the library's root, `/` between the parts: `2026-11-22-hello/index.md`. */
export type PostId = string & { readonly brand: 'PostId' };

/** One row of the post list, read from the file's first kilobytes. */
export interface PostSummary {
  readonly id: PostId;
  /** From the front matter, else the first heading or line, else the empty string. */
  readonly title: string;
  /** Calendar date as written, at least `YYYY-MM-DD`; from the front matter, else the file's name, else undefined. */
  readonly date: string | undefined;
  readonly tags: readonly string[];
  readonly draft: boolean;
  /** Last change on disk, milliseconds since the epoch. Shown and used as a tie-breaker only. */
  readonly modified: number;
  /** Copies of it that a sync tool left beside it, because two machines had changed it. They are no rows of their own. */
  readonly copies: readonly PostId[];
}

/** Why a post can be read but not written from the window. */
export type ReadOnlyReason = 'not-utf8' | 'nul-bytes';

/** A post as the editor gets it. */
export interface OpenedPost {
  readonly id: PostId;
  /** The text with `\n` line ends and no BOM; what the file really has is kept by the store and written back. */
  readonly text: string;
  /** SHA-256 of the bytes on disk, hex. Handed back at the next save, so a change from outside is seen. */
  readonly hash: string;
  /** Absolute path, for display. */
  readonly path: string;
  readonly readOnly: ReadOnlyReason | undefined;
  /** How the author left it in this window or an earlier one: unsaved text, caret, undo. */
  readonly draft: RestoredDraft | undefined;
}

/** The version that a save left behind because it dropped most of the text, or of the front matter. */
export interface Shrunk {
  readonly hash: string;
  readonly part: 'text' | 'header';
}

/** What a save answers once the bytes are on the disk and were read back. */
export interface SavedPost {
  readonly hash: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  /** Defined when the save dropped most of the post; the version before it is in the history. */
  readonly shrunk: Shrunk | undefined;
}

/** Handed back to undo a move to the trash. */
export interface TrashedPost {
  readonly ticket: string;
  readonly title: string;
}

/** A post in the library's trash. */
export interface TrashedRow {
  readonly ticket: string;
  /** Where it was. */
  readonly id: PostId;
  readonly title: string;
  /** Milliseconds since the epoch; undefined when its record is damaged. */
  readonly trashedAt: number | undefined;
  /** Images and other files that lie beside it. */
  readonly images: number;
}

/** An image stored beside a post. */
export interface StoredImage {
  /** Destination for the Markdown link: relative to the post, percent-encoded where Markdown needs it. */
  readonly destination: string;
}
