import type { PostId } from './post.ts';

/**
 * Why a version of a post was kept. `found`: on the disk when Fude wrote for the first time. `shrink`: before a save that
 * drops most of it. `restore`: before another version came back. `mine`: the author's, before another program's.
 */
export const versionReasons = ['save', 'export', 'outside', 'found', 'shrink', 'restore', 'mine'] as const;
export type VersionReason = (typeof versionReasons)[number];

/** A version of a post, as the list of them shows it. */
export interface PostVersion {
  /** Its place in the history, from 0; another one after old ones were dropped. */
  readonly number: number;
  /** Milliseconds since the epoch. Shown only; the order is that of the numbers. */
  readonly at: number;
  readonly why: VersionReason;
  /** What an export went to; undefined for the other reasons. */
  readonly label: string | undefined;
  /** Characters: UTF-16 units of the text with `\n` line ends. */
  readonly length: number;
  /** SHA-256 of its bytes, hex; names the version for all other requests. */
  readonly hash: string;
}

/** Whose history: a post's of the library, or a trashed one's. */
export type HistoryOf =
  | { readonly kind: 'post'; readonly post: PostId }
  | { readonly kind: 'trashed'; readonly ticket: string };
