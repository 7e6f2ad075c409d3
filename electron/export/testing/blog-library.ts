import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PostId } from '../../../core/contract/post.ts';
import { readBlog } from '../../../core/post/blog.ts';
import type { BlogJob, BlogWatch } from '../blog-job.ts';
import { noon } from './desk.ts';

/** A library of these files below `root`, on its way to `site` there, which does not exist yet. */
export async function blogJob(
  root: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<BlogJob> {
  const libraryRoot = join(root, 'library');
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(libraryRoot, path)), { recursive: true });
    await writeFile(join(libraryRoot, path), content);
  }
  return {
    libraryRoot,
    blog: readBlog('title: Blog\nurl: https://example.com', 'en').blog,
    posts: Object.keys(files).filter((path) => path.endsWith('.md')) as PostId[],
    folder: join(root, 'site'),
    userDataDir: join(root, 'data'),
    css: 'p { color: black }',
    now: noon,
  };
}

export const quiet: BlogWatch = { progress: () => undefined, signal: new AbortController().signal };

/** `p0.md`, `p1.md`…, a day apart, the first one the oldest. `text` goes into each. */
export function plainPosts(count: number, text = 'Text'): Readonly<Record<string, string>> {
  const day = (index: number): string => new Date(index * 86_400_000).toISOString().slice(0, 10);
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `p${String(index)}.md`,
      `---\ntitle: Post ${String(index)}\ndate: ${day(index)}\ntags: [t${String(index % 7)}]\n---\n\n${text} ${String(index)}.\n`,
    ]),
  );
}
