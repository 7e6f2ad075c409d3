import type { ExportPlan, ExportProgress } from '../../core/contract/export.ts';
import type { Blog } from '../../core/contract/library.ts';
import type { PostId } from '../../core/contract/post.ts';
import type { PostDate } from '../../core/post/dates.ts';

/** A library on its way to one folder, as a blog. Paths are absolute. */
export interface BlogJob {
  readonly libraryRoot: string;
  readonly blog: Blog;
  readonly posts: readonly PostId[];
  readonly folder: string;
  /** Where Fude remembers what it wrote; undefined remembers nothing. */
  readonly userDataDir: string | undefined;
  /** The stylesheet of all pages. */
  readonly css: string;
  /** The clock where the blog is at home, with its offset; later posts are pointed out. It goes into no file. */
  readonly now: PostDate;
}

/** Who looks on, and may call the export off until the moment that files are put in place. */
export interface BlogWatch {
  readonly progress: (progress: ExportProgress) => void;
  readonly signal: AbortSignal;
  /** Told what is about to be done, also when its problems stop it. */
  readonly planned?: ((plan: ExportPlan) => void) | undefined;
}
