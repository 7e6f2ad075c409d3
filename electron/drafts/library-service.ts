import type { Failure } from '../../core/contract/failure.ts';
import type { TextMark } from '../../core/contract/draft.ts';
import type { Library } from '../../core/contract/library.ts';
import type { OpenedPost, PostId, PostSummary, SavedPost } from '../../core/contract/post.ts';
import type { UnfiledPost } from '../../core/contract/restored-draft.ts';
import type { PostDate } from '../../core/post/dates.ts';
import type { Drafts } from './drafts.ts';
import type { GraveyardRequests } from './graveyard.ts';
import type { PostHistory } from './post-history.ts';
import type { PostRequests } from './post-requests.ts';
import type { TrashRequests } from './trash-requests.ts';

/** What happens in a library that the window is told of. */
export type LibraryChange =
  | { readonly kind: 'list'; readonly posts: readonly PostSummary[] }
  | { readonly kind: 'files' }
  /** Bytes that Fude did not write; `post` is undefined when the file is gone. */
  | { readonly kind: 'post'; readonly id: PostId; readonly post: OpenedPost | undefined }
  /** Another program gave the file of a post that the window was given another name. */
  | { readonly kind: 'moved'; readonly from: PostId; readonly to: PostId }
  | { readonly kind: 'reachable'; readonly reachable: boolean }
  /** The history could not be written; said once, until it could again. */
  | { readonly kind: 'historyTrouble'; readonly failure: Failure };

/** An open library: its posts, and what happens to them. */
export interface LibraryService extends PostRequests {
  readonly library: Library;
  /** Said once: that another Fude has it open, folders that could not be read. */
  readonly failures: readonly Failure[];
  /** The journals of the posts. */
  readonly drafts: Pick<Drafts, 'begin' | 'append' | 'leave'> & {
    /** See `draft.save` of the contract. */
    save(draft: string, id: PostId, text: TextMark, hash: string): Promise<SavedPost | 'resync'>;
  };
  readonly history: PostHistory;
  readonly graveyard: GraveyardRequests;
  readonly trashed: TrashRequests;
  /**
   * Brings back what a crash left unsaved; the post that was open then, as a whole when no file can be made for it.
   * Called at each start of the page. `keepOpen` keeps which post that is: nothing else says so once all of it is saved.
   */
  recover(keepOpen: (post: PostId) => Promise<void>): Promise<PostId | UnfiledPost | undefined>;
  /** Today in the blog's time zone, `YYYY-MM-DD`. */
  today(): string;
  /** The clock in the blog's time zone, with its offset. */
  now(): PostDate;
  /** The absolute path of a post; `bad-name` for what is no post's id. */
  pathOf(id: PostId): string;
  /** The id of a post by its absolute path, or undefined when it lies elsewhere or is no post. */
  idOf(path: string): PostId | undefined;
  /** Hears of changes until the answered function is called. */
  onChange(listener: (change: LibraryChange) => void): () => void;
  /** Resolves when all writes are done; the library is given free. */
  close(): Promise<void>;
}
