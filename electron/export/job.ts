import type { TargetName } from '../../core/contract/export.ts';
import type { Blog } from '../../core/contract/library.ts';
import type { PostId } from '../../core/contract/post.ts';
import type { PostDate } from '../../core/post/dates.ts';

/** One post on its way to one folder. Paths are absolute. */
export interface ExportJob {
  readonly libraryRoot: string;
  readonly blog: Blog;
  readonly post: PostId;
  readonly target: TargetName;
  readonly folder: string;
  /** Where Fude remembers what it wrote; undefined remembers nothing. */
  readonly userDataDir: string | undefined;
  readonly themeCss: string;
  /** The library's posts, to find those that would be written to the same file. */
  readonly posts: readonly PostId[];
  /** The clock where the blog is at home, with its offset; some engines leave out later posts. */
  readonly now: PostDate;
}
