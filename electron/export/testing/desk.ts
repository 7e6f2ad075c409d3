import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Failure } from '../../../core/contract/failure.ts';
import type { PostId } from '../../../core/contract/post.ts';
import type { PostDate } from '../../../core/post/dates.ts';
import { readBlog } from '../../../core/post/blog.ts';
import { failureOf } from '../../failures.ts';
import { temporaryFolder } from '../../files/testing/faults.ts';
import type { ExportJob } from '../job.ts';

export interface Desk {
  readonly root: string;
  readonly library: string;
  readonly out: string;
  readonly job: (change?: Partial<ExportJob>) => ExportJob;
}

/** When the tests export. */
export const noon: PostDate = {
  year: 2026,
  month: 11,
  day: 22,
  time: { hour: 12, minute: 0, second: 0 },
  offset: '+09:00',
};

/** A library of these files, and a place to export to that does not exist yet. */
export async function desk(
  files: Readonly<Record<string, string | Uint8Array>>,
  root?: string,
): Promise<Desk> {
  const top = root ?? (await temporaryFolder());
  const library = join(top, 'library');
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(library, path)), { recursive: true });
    await writeFile(join(library, path), content);
  }
  const out = join(top, 'out');
  const posts = Object.keys(files).filter((path) => path.endsWith('.md')) as PostId[];
  const job = (change: Partial<ExportJob> = {}): ExportJob => ({
    libraryRoot: library,
    blog: readBlog(undefined, 'en').blog,
    post: posts[0] ?? ('' as PostId),
    target: 'html',
    folder: out,
    userDataDir: join(top, 'data'),
    themeCss: '',
    posts,
    now: noon,
    ...change,
  });
  return { root: top, library, out, job };
}

/** What a piece of work failed with. */
export const failure = (work: Promise<unknown>): Promise<Failure | 'no failure'> =>
  work.then(() => 'no failure', failureOf);
export const text = (path: string) => readFile(path, 'utf8');

/** Every file below a folder, sorted. */
export async function tree(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

export const meetup = '2018-07-18-meetup/index.md' as PostId;
export const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);
/** A post with one picture beside it. */
export const withPicture = {
  [meetup]: '---\ntitle: Meetup\n---\n\n![p](p.png)\n',
  '2018-07-18-meetup/p.png': picture,
};
