import type { Failure } from './failure.ts';
import type { PostId } from './post.ts';
import type { PostPlace } from './post-place.ts';
import type { TextEdit } from './text.ts';

/** Edits that happened together, in order and apart, positions in the text before them. */
export interface EditBatch {
  /** One more than that of the batch before. */
  readonly revision: number;
  readonly edits: readonly TextEdit[];
  /** Of the text afterwards, in UTF-16 units. */
  readonly length: number;
}

/** What a journal starts from; the edits since come by `draft.append`. */
export interface DraftStart {
  /** Undefined: that of the post's file as long as its bytes have this hash, which main reads by itself. */
  readonly text: string | undefined;
  /** SHA-256 of the bytes of the file that holds it, hex; undefined for the empty text of a post without a file. */
  readonly hash: string | undefined;
  /** The post's identity: 24 hex digits that the window makes for a new post, later those that main answered. */
  readonly draft: string | undefined;
  readonly post: PostId | undefined;
  readonly revision: number;
}

/** Which of its texts the window means, told without handing it over. */
export interface TextMark {
  readonly revision: number;
  /** In UTF-16 units. */
  readonly length: number;
  /** What `sumValue` says of it. */
  readonly sum: number;
}

/** What happened in the window since it was told last; only what there is to tell is defined. */
export interface DraftNews {
  readonly batches: readonly EditBatch[];
  /** The text of this revision is on the disk. */
  readonly saved: { readonly revision: number; readonly hash: string } | undefined;
  /** The undo history that belongs to the text of this revision, as the editor wrote it. */
  readonly undo: { readonly revision: number; readonly history: string } | undefined;
  readonly place: PostPlace | undefined;
}

/**
 * `kept`: on the disk. `long`: kept, and the journal is worth starting anew when typing rests. `resync`: it does not follow
 * what is there, or lengths differ, or the journal has to lie in another folder; the window starts anew by `draft.begin`.
 */
export type DraftKept = 'kept' | 'long' | 'resync';

/** A journal that lies elsewhere than in the app data, and what kept it out of there. */
export interface DraftElsewhere {
  readonly folder: string;
  readonly failure: Failure;
}

/** `draft` names the journal that was begun. */
export interface DraftBegun {
  readonly draft: string;
  readonly elsewhere: DraftElsewhere | undefined;
}
