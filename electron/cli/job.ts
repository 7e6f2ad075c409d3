import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import blogCss from '../../assets/themes/blog.css?raw';
import themeCss from '../../assets/themes/default.css?raw';
import { blogTarget } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { readBlog } from '../../core/post/blog.ts';
import type { ReadBlog } from '../../core/post/blog.ts';
import type { CliCommand } from './arguments.ts';
import type { Wording } from './report.ts';
import { wayOf } from './target.ts';
import { blogFileName } from '../drafts/blog-file.ts';
import { libraryOfPost } from '../drafts/library-of-post.ts';
import { PostList } from '../drafts/post-list.ts';
import { clockIn } from '../drafts/clock.ts';
import type { BlogJob } from '../export/blog-job.ts';
import type { ExportJob } from '../export/job.ts';
import { FailureError, failing } from '../failures.ts';
import { readHead, readRegularFile } from '../files/read.ts';

export type ExportCommand = Extract<CliCommand, { readonly kind: 'export' }>;

export type CliJob = {
  /** What is wrong with `blog.yaml`, and its absolute path. */
  readonly blogProblems: ReadBlog['problems'];
  readonly blogPath: string;
} & (
  | { readonly kind: 'post'; readonly job: ExportJob }
  | { readonly kind: 'blog'; readonly job: BlogJob }
  /** The post does not lie in the library that was named. */
  | { readonly kind: 'elsewhere' }
);

/** Bytes of a `blog.yaml`. */
const largestBlog = 262_144;

/**
 * Finds out what a command is about: the post or library and its blog, by real paths, and where it goes. The language
 * of the messages is for a blog that names none and a post that does not give its own away. Throws a FailureError, or a
 * UsageError for a target that there is not.
 */
export async function jobOf(
  command: ExportCommand,
  { language, words }: Wording,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<CliJob> {
  const found = command.isPost ? await findPost(command, cwd) : await findLibrary(command, cwd);
  const { libraryRoot, path } = found;
  const blogPath = join(libraryRoot, blogFileName);
  const { blog: written, problems } = readBlog(await textIfThere(blogPath), language);
  const about = { blogProblems: problems, blogPath };
  const below = relative(libraryRoot, path);
  if (below.startsWith('..') || resolve(below) === below) return { ...about, kind: 'elsewhere' };

  const { target, folder, blog } = wayOf(command, written, libraryRoot, cwd, words);
  const job = {
    libraryRoot,
    blog,
    folder,
    userDataDir: userDataOf(command, cwd, env),
    now: clockIn(blog.timeZone, new Date()),
  };
  if (target === blogTarget) {
    const posts = found.posts ?? (await postsOf(libraryRoot));
    return { ...about, kind: 'blog', job: { ...job, posts, css: `${themeCss}\n${blogCss}` } };
  }
  const isLibrary = command.library !== undefined || existsSync(blogPath);
  const post = below.split(sep).join('/') as PostId;
  // A folder that nobody called a library may be anything, as large as a home folder.
  const posts = isLibrary ? await postsOf(libraryRoot) : [];
  return { ...about, kind: 'post', job: { ...job, post, target, themeCss, posts } };
}

interface Found {
  readonly libraryRoot: string;
  readonly path: string;
  readonly posts: readonly PostId[] | undefined;
}

async function findPost(command: ExportCommand, cwd: string): Promise<Found> {
  const written = resolve(cwd, command.post);
  // The post's name counts, not what a link of that name leads to; its folder is where it lies.
  const folder = await failing(written, 'read', () => realpath(dirname(written)));
  const path = join(folder, basename(written));
  // Said before its library is looked for.
  await readHead(path, 1);
  const named = command.library === undefined ? undefined : resolve(cwd, command.library);
  const libraryRoot =
    named === undefined ? await libraryOfPost(path) : await failing(named, 'read', () => realpath(named));
  return { libraryRoot, path, posts: undefined };
}

async function findLibrary(command: ExportCommand, cwd: string): Promise<Found> {
  const written = resolve(cwd, command.post);
  const libraryRoot = await failing(written, 'read', () => realpath(written));
  const posts = await postsOf(libraryRoot);
  return { libraryRoot, path: join(libraryRoot, '.'), posts };
}

/** The text of a `blog.yaml`, or undefined when there is none. */
async function textIfThere(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readRegularFile(path, largestBlog));
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'missing') return undefined;
    throw error;
  }
}

/** Every post of a library. */
async function postsOf(root: string): Promise<readonly PostId[]> {
  const list = new PostList(root, new Map(), () => undefined);
  await list.lookAtAll();
  return list.posts.map(({ id }) => id);
}

/** Where Fude remembers what it exported. */
export function userDataOf(
  { userDataDir }: Pick<ExportCommand, 'userDataDir'>,
  cwd: string,
  env: NodeJS.ProcessEnv,
): string {
  return userDataDir === undefined ? defaultUserData(env) : resolve(cwd, userDataDir);
}

/** Where the window keeps its app data. */
function defaultUserData(env: NodeJS.ProcessEnv): string {
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library/Application Support/Fude');
  if (process.platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData/Roaming'), 'Fude');
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'Fude');
}
