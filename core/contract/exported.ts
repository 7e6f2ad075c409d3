import type { TargetName, blogTarget } from './export.ts';
import type { PostId } from './post.ts';

/** The latest export of a post. */
export interface PostExport {
  readonly id: PostId;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly target: TargetName | typeof blogTarget;
  readonly folder: string;
  /** Whether the post's file holds something else than what went out. */
  readonly changed: boolean;
}

/** A post's text at its latest export, for a look at what changed since. */
export interface ExportedText extends PostExport {
  /** Undefined when it is not kept any more. */
  readonly text: string | undefined;
}
