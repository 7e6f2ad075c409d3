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

/** Every target, in the order of lists. */
export const allTargets = [...targetNames, blogTarget] as const;

export interface ExportRequest {
  /** The post that goes out; the target `blog` takes the whole library whichever is named. */
  readonly post: PostId;
  readonly target: TargetName | typeof blogTarget;
  /** Absolute path of the folder that receives the files. */
  readonly folder: string;
  /** Name of the entry of `targets` in `blog.yaml` whose options hold; undefined for none. */
  readonly named: string | undefined;
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
  /** The same, written by an earlier export of Fude and changed by somebody since. */
  | 'edited'
  /** There, written by an earlier export of Fude for what is gone since: it goes too. */
  | 'removed';

/** What an export replaces with a yes only. */
export const needsYes = (change: FileChange): boolean => change === 'foreign' || change === 'edited';

export interface PlannedFile {
  /** Relative to the folder, `/` between the parts. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly change: FileChange;
}

/** What Fude reads beyond GitHub's Markdown, and an engine may not. */
export type Syntax =
  | 'math'
  | 'container'
  | 'alert'
  | 'alert in another block'
  | 'definition list'
  | 'abbreviation'
  | 'contents'
  | 'diagram';

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
    | 'front-matter-open'
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
    | 'zenn-name'
    | 'zenn-title'
    | 'zenn-topics'
    | 'zenn-topic'
    | 'zenn-image'
    | 'zenn-image-large'
    | 'qiita-no-tags'
    | 'qiita-tags'
    | 'qiita-tag'
    | 'link-dead'
    | 'anchor-dead'
    | 'link-post-unknown'
    | 'link-post-absent'
    | 'link-post-first'
    | 'link-post-hidden'
    | 'link-address-set'
    | 'alt-empty'
    | 'todo-left'
    | 'weekday-wrong'
    | 'description-empty'
    | 'date-bad'
    | 'date-future'
    | 'date-future-hidden'
    | 'slug-bad'
    | 'post-unreadable'
    | 'blog-without-url'
    | 'not-removed'
    | 'export-interrupted';
  /** 1-based line of the post's source, where there is one. */
  readonly line: number | undefined;
  /** What it is about: an image's address, a file's path, the parser's words, the name of a syntax. */
  readonly subject: string;
}

/** A problem with the post it is about; undefined for one of the blog itself. */
export interface BlogProblem extends ExportProblem {
  readonly post: PostId | undefined;
}

/** What an export would do. */
export interface ExportPlan {
  /** Of a whole blog only what will be new, changed or removed; of a post all of its files. */
  readonly files: readonly PlannedFile[];
  /** Files that stay as they are. */
  readonly unchanged: number;
  /** Posts that go out, and drafts that stay at home. */
  readonly posts: number;
  readonly drafts: number;
  readonly problems: readonly BlogProblem[];
}

/** How far the export of a whole blog has come; `done` of `total` posts or files. */
export interface ExportProgress {
  readonly step: 'reading' | 'rendering' | 'comparing' | 'writing';
  readonly done: number;
  readonly total: number;
}

/** What an export did; counts of files. */
export interface ExportResult {
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Absolute paths of a post's files, also of those that stayed as they were; none of a whole blog. */
  readonly paths: readonly string[];
  /** Whether `export.undo` can bring back what was there before. */
  readonly undoable: boolean;
}

/** One side of a planned file: what lies there, or what will. */
export type FileSide =
  | { readonly kind: 'text'; readonly size: number; readonly text: string }
  /** `type` is its media type. */
  | { readonly kind: 'image'; readonly size: number; readonly type: string; readonly bytes: Uint8Array }
  /** Neither, or too large to be shown. */
  | { readonly kind: 'other'; readonly size: number };

export interface FileSides {
  readonly before: FileSide | undefined;
  readonly after: FileSide | undefined;
}

/** An export that was taken back; counts of files. */
export interface UndoneExport {
  readonly folder: string;
  readonly restored: number;
  readonly removed: number;
}
