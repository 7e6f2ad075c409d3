import type { Blog } from '../../core/contract/library.ts';
import type { TargetName } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import type { TextEdit } from '../../core/contract/text.ts';
import type { TextCount } from '../../core/post/count.ts';
import type { Finding, Place } from '../../core/targets/checks/finding.ts';
import type { LensMark } from '../../core/targets/lens/lens.ts';
import type { LocalLink } from '../../core/targets/checks/links.ts';
import type { OutlineChange } from './outline-change.ts';

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
  /** What is selected, in the text as it is by then; an edit ends it. */
  | { readonly kind: 'select'; readonly revision: number; readonly selection: Place }
  | { readonly kind: 'about'; readonly revision: number; readonly about: About };

/** An image of the post, and where it may lie below the library's root. */
export interface ImageToFind {
  readonly address: string;
  readonly from: readonly string[];
  readonly line: number;
  readonly place: Place | undefined;
}

/** What can be said of a text by itself; what lies on the disk the window asks elsewhere. Each in the order of the text. */
export interface Told {
  /** At most `mostFindings`. */
  readonly findings: readonly Finding[];
  /** What an export spells anew for the target's parser. */
  readonly hints: readonly LensMark[];
  /** Links to other files. */
  readonly links: readonly LocalLink[];
  readonly images: readonly ImageToFind[];
}

/** Worker → window. What is undefined is as it was in the report before, but for having moved with the text. */
export interface Report {
  readonly revision: number;
  readonly count: TextCount;
  /** Of what is selected, as long as the text is the one in which it was. */
  readonly selected: { readonly selection: Place; readonly count: TextCount } | undefined;
  readonly told: Told | undefined;
  /** Of the first report after `open`: from an outline without headings. */
  readonly outline: OutlineChange | undefined;
}

/** Where more problems, links or images come up, what is further down is not told. */
export const mostFindings = 1000;
