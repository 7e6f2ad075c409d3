import type { PostId } from './post.ts';

/** A text that was deleted in the window. */
export interface Burial {
  /** 24 hex digits that the window makes. */
  readonly id: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Undefined for a post without a file. */
  readonly post: PostId | undefined;
  /** Of the post, as it was then. */
  readonly title: string;
}

/** A row of the list of deleted texts. */
export interface LostText extends Omit<Burial, 'text'> {
  /** Characters. */
  readonly length: number;
  /** The beginning, or the line that holds the words that were looked for; one line. */
  readonly excerpt: string;
}
