import type { Blog } from '../../core/contract/library.ts';
import type { TargetName } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import type { TextEdit } from '../../core/contract/text.ts';
import type { OutlineEntry } from '../../core/markdown/outline.ts';
import type { TextCount } from '../../core/post/count.ts';
import type { Finding, Place } from '../../core/targets/checks/finding.ts';
import type { LensMark } from '../../core/targets/lens/lens.ts';
import type { LocalLink } from '../../core/targets/checks/links.ts';

/** What a review has to know besides the text. A post that has no file yet has no id. */
export interface About {
  readonly id: PostId | undefined;
  readonly blog: Blog;
  /** The way out whose parser the text is compared with; undefined for none. */
  readonly target: TargetName | undefined;
}

/** Window → worker. `revision` grows with each and comes back with the report. */
export type ReviewNews =
  | { readonly kind: 'open'; readonly revision: number; readonly about: About; readonly text: string }
  /** One after the other; each counts in the text that those before it have left. */
  | { readonly kind: 'edit'; readonly revision: number; readonly edits: readonly (readonly TextEdit[])[] }
  | { readonly kind: 'about'; readonly revision: number; readonly about: About };

/** An image of the post, and where it may lie below the library's root. */
export interface ImageToFind {
  readonly address: string;
  readonly from: readonly string[];
  readonly line: number;
  readonly place: Place | undefined;
}

/** What can be said of a text by itself. What lies on the disk the window asks elsewhere. */
export interface Report {
  readonly revision: number;
  /** In the order of the text, at most `mostFindings`. */
  readonly findings: readonly Finding[];
  /** What an export spells anew for the target's parser, in the order of the text. */
  readonly hints: readonly LensMark[];
  /** Links to other files. */
  readonly links: readonly LocalLink[];
  readonly images: readonly ImageToFind[];
  /** Undefined when it is as in the report before. */
  readonly outline: readonly OutlineEntry[] | undefined;
  readonly count: TextCount;
}

/** Where more problems, links or images come up, what is further down is not told. */
export const mostFindings = 1000;
