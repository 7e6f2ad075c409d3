import type { PostId } from './post.ts';

/** Names as the command line takes them. */
export const targetNames = ['html', 'fragment', 'markdown'] as const;
export type TargetName = (typeof targetNames)[number];

export interface ExportRequest {
  readonly post: PostId;
  readonly target: TargetName;
  /** Absolute path of the folder that receives the files. */
  readonly folder: string;
}

export type FileChange =
  /** Not there yet. */
  | 'new'
  /** There, written by an earlier export of Fude, and different. */
  | 'changed'
  /** There already with the same bytes; it is left as it is. */
  | 'same'
  /** There, and not written by Fude: needs a yes. */
  | 'foreign';

export interface PlannedFile {
  /** Relative to the folder, `/` between the parts. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly change: FileChange;
}

/** Something the author should know before the export; an error stops it. */
export interface ExportProblem {
  readonly severity: 'error' | 'warning';
  readonly kind:
    | 'image-missing'
    | 'image-outside'
    | 'image-unreadable'
    | 'image-not-moved'
    | 'same-file'
    | 'front-matter-broken'
    | 'no-title';
  /** 1-based line of the post's source, where there is one. */
  readonly line: number | undefined;
  /** What it is about: an image's address, a file's path, the parser's words. */
  readonly subject: string;
}

export interface ExportPlan {
  readonly files: readonly PlannedFile[];
  readonly problems: readonly ExportProblem[];
}

export interface ExportResult {
  /** Absolute paths, in the order written. */
  readonly written: readonly string[];
}
