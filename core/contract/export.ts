import type { PostId } from './post.ts';

/** Names as the command line takes them. */
export const targetNames = [
  'html',
  'html-single',
  'fragment',
  'hugo',
  'jekyll',
  'hexo',
  'eleventy',
  'astro',
  'zenn',
  'qiita',
  'hatena',
  'markdown',
] as const;
export type TargetName = (typeof targetNames)[number];

/** The target that takes a whole library; those above take one post. */
export const blogTarget = 'blog';

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
  | 'foreign'
  /** There, written by an earlier export of Fude for what is gone since: it goes too. Only of a whole blog. */
  | 'removed';

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
    | 'no-title'
    | 'no-date'
    | 'raw-html'
    | 'syntax-unknown'
    | 'diagram-undrawn'
    | 'image-by-hand'
    | 'shortcode-open'
    | 'front-matter-linked'
    | 'front-matter-toml'
    | 'zenn-slug'
    | 'zenn-title'
    | 'zenn-topics'
    | 'zenn-topic'
    | 'zenn-image'
    | 'qiita-no-tags'
    | 'qiita-tags'
    | 'qiita-tag'
    | 'link-dead'
    | 'anchor-dead'
    | 'alt-empty'
    | 'todo-left'
    | 'weekday-wrong'
    | 'description-empty'
    | 'date-future'
    | 'slug-bad'
    | 'post-unreadable'
    | 'blog-without-url'
    | 'not-removed';
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

/** A problem of a whole blog's export. */
export interface BlogProblem extends ExportProblem {
  /** The post it is about; undefined for one of the blog itself. */
  readonly post: PostId | undefined;
}

export interface BlogPlan {
  /** What will be new, changed or removed; files that stay as they are are only counted. */
  readonly files: readonly PlannedFile[];
  readonly unchanged: number;
  /** Posts that go out, and drafts that stay at home. */
  readonly posts: number;
  readonly drafts: number;
  readonly problems: readonly BlogProblem[];
}

/** How far the export of a whole blog has come; `done` of `total` posts or files. */
export interface BlogProgress {
  readonly step: 'reading' | 'rendering' | 'comparing' | 'writing';
  readonly done: number;
  readonly total: number;
}

/** Counts of files. */
export interface BlogResult {
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
}
