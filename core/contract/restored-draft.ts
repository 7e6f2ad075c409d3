import type { PostPlace } from './post-place.ts';
import type { TextEdit } from './text.ts';

/** A text that a file holds: the one that was loaded or saved last. */
export interface FiledText {
  readonly text: string;
  /** SHA-256 of the file's bytes, hex; undefined for the empty text of a post without a file. */
  readonly hash: string | undefined;
}

/** A post that has no file, since none could be made for it when it was written nor at this start. */
export interface UnfiledPost {
  /** Names its journal, which goes on. */
  readonly draft: string;
  readonly restored: RestoredDraft;
}

/** What the journal knows of a post that is opened. */
export interface RestoredDraft {
  /** The text that `undo` belongs to; `edits`, batch by batch, make of it the text as it was left. */
  readonly text: string;
  readonly undo: string | undefined;
  readonly edits: readonly (readonly TextEdit[])[];
  readonly place: PostPlace | undefined;
  /** What the file held when the edits began; undefined when the text as it was left is the file's. */
  readonly unsavedSince: FiledText | undefined;
}
