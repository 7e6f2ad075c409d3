import type { ExportProblem, Syntax, TargetName } from '../contract/export.ts';
import type { Blog } from '../contract/library.ts';
import type { PostId } from '../contract/post.ts';
import type { TextSource } from '../contract/text.ts';
import type { PostDate } from '../post/dates.ts';
import type { FrontMatter } from '../post/front-matter.ts';
import type { OtherKey } from '../post/other-keys.ts';
import type { PostFields } from '../post/post-fields.ts';
import type { DialectRule, Reading } from './dialect/rule.ts';

/** Another post of the library that a post links to. */
export interface LinkedPost {
  readonly id: PostId;
  readonly slug: string;
  readonly date: PostDate | undefined;
  /** `hidden`: it lies at the place, and is left out of what is built there (a draft, or of a day to come). */
  readonly state: 'there' | 'absent' | 'hidden';
}

/** What the place of a post's file depends on. */
export type PlacedPost = Pick<PostToExport, 'slug' | 'date' | 'blog'>;

/** How an engine is asked for the address of another of its posts, in its template language. */
export interface PostTag {
  /** Undefined for a post that the tag has no spelling for. */
  readonly tag: (post: PlacedPost) => string | undefined;
  /** `destination`: it stands in a link of Markdown; `element`: Markdown would not let it pass, so the link is HTML. */
  readonly as: 'destination' | 'element';
  /** The engine stops at a tag for a post that it does not build. */
  readonly strict: boolean;
  /** The last rule: has the post's own template marks shown as they are written while the tags run. */
  readonly beside: DialectRule;
  /** Whether that rule can do so in this post. */
  readonly canRun: (post: Reading) => boolean;
}

/** Where the posts of a target find each other, by their slugs; undefined where only the place itself knows. */
export type PostAddress = ((slug: string) => string) | PostTag | undefined;

/** A post on its way out, read and understood; `postToExport` makes it. */
export interface PostToExport {
  readonly id: PostId;
  readonly source: TextSource;
  readonly frontMatter: FrontMatter;
  readonly fields: PostFields;
  /** A file name without an ending; see `post-slug.ts`. */
  readonly slug: string;
  /** From the front matter, else from the name. */
  readonly date: PostDate | undefined;
  readonly blog: Blog;
  /** Other posts of the library that it links to, by the path in the link, decoded. */
  readonly linked: ReadonlyMap<string, LinkedPost>;
  /** Keys of the header that lies at its place, which only that place can know. */
  readonly kept: readonly OtherKey[];
  /** The stylesheet for pages that carry their look with them. */
  readonly themeCss: string;
  /** Awaited between the steps of what takes long with a long post; it throws when nobody wants the result any more. */
  readonly pause: () => Promise<void>;
}

/** A file to be written. `path` is relative to the folder that the author chose, `/` between the parts. */
export type OutputFile =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  /** The post's own text, perhaps edited: it is written with the line ends and the mark that its file has. */
  | { readonly kind: 'post'; readonly path: string; readonly text: string }
  /** A page that bears its images: every `written` becomes a `src` with the image's bytes. */
  | {
      readonly kind: 'inlined';
      readonly path: string;
      readonly text: string;
      readonly images: readonly (ImageCopy & { readonly written: string })[];
    }
  | ImageCopy;

/** An image of the library to be copied as it is. */
export interface ImageCopy {
  readonly kind: 'image';
  readonly path: string;
  /** Where it may lie below the library's root; the first that is there is meant. */
  readonly from: readonly string[];
  /** As the post writes it, for telling that it is missing, and on which 1-based line. */
  readonly address: string;
  readonly line: number;
}

/** What a target makes of a post. */
export interface Output {
  /** In the order in which they are put in place: what others refer to comes first. */
  readonly files: readonly OutputFile[];
  readonly problems: readonly ExportProblem[];
}

/** See `Engine`. */
export interface ForeignParser {
  readonly knows: readonly Syntax[];
  readonly losesHtml: string | undefined;
  readonly dialect: readonly DialectRule[];
}

/** One way out for a post: one row of `table.ts`. It touches nothing and throws nothing; what is wrong is a problem. */
export interface Target {
  readonly name: TargetName;
  /** The file that a post becomes. */
  readonly file: (post: PlacedPost) => string;
  /** The same by the slug alone; two posts with the same one are in each other's way. */
  readonly fileName: (slug: string) => string;
  readonly postAddress: PostAddress;
  /** How the parser of a blog engine differs from the preview; undefined where nothing parses the text again. */
  readonly parser: ForeignParser | undefined;
  readonly write: (post: PostToExport) => Promise<Output>;
}
