import type { DraftElsewhere } from '../../core/contract/draft.ts';
import type { Failure } from '../../core/contract/failure.ts';
import type { PostPlace } from '../../core/contract/post-place.ts';

/** Where the edits go; `nowhere` when no folder takes a journal, which is tried again and again. */
export type JournalState =
  | { readonly kind: 'kept' }
  | ({ readonly kind: 'elsewhere' } & DraftElsewhere)
  | { readonly kind: 'nowhere'; readonly failure: Failure };

/** What is kept beside the text; asked for when typing rests and when the post is left, never at a key. */
export interface JournalNotes {
  undo(): string;
  place(): PostPlace;
}
