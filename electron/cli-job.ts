import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import themeCss from '../assets/themes/default.css?raw';
import type { TargetName } from '../core/contract/export.ts';
import type { PostId } from '../core/contract/post.ts';
import type { Language } from '../core/contract/settings.ts';
import { readBlog } from '../core/post/blog.ts';
import type { ReadBlog } from '../core/post/blog.ts';
import { languageOfText } from '../core/post/text-language.ts';
import type { CliCommand } from './cli-arguments.ts';
import { blogFileName } from './drafts/blog-file.ts';
import { libraryOfPost } from './drafts/library-of-post.ts';
import { PostList } from './drafts/post-list.ts';
import type { ExportJob } from './export/job.ts';
import { FailureError, failing } from './failures.ts';
import { readHead, readRegularFile } from './files/read.ts';

type ExportCommand = Extract<CliCommand, { readonly kind: 'export' }>;
/** A command about one post. */
export type PostCommand = ExportCommand & { readonly target: TargetName };

export interface CliJob {
  readonly job: ExportJob;
  /** What is wrong with `blog.yaml`, and its absolute path. */
  readonly blogProblems: ReadBlog['problems'];
  readonly blogPath: string;
}

/** Bytes of a post that show its language, and a `blog.yaml` at its largest. */
const head = 65_536;
const largestBlog = 262_144;

/**
 * Finds out what a command is about: the post, its library and its blog, by real paths. `language` is for a blog that
 * names none and a post that does not give its own away. Throws a FailureError; undefined when the post does not lie in
 * the library named.
 */
export async function jobOf(
  command: PostCommand,
  cwd: string,
  env: NodeJS.ProcessEnv,
  language: Language,
): Promise<CliJob | undefined> {
  const written = resolve(cwd, command.post);
  // The post's name counts, not what a link of that name leads to; its folder is where it lies.
  const folder = await failing(written, 'read', () => realpath(dirname(written)));
  const path = join(folder, basename(written));
  const { bytes } = await readHead(path, head);
  const named = command.library === undefined ? undefined : resolve(cwd, command.library);
  const libraryRoot =
    named === undefined ? await libraryOfPost(path) : await failing(named, 'read', () => realpath(named));
  const below = relative(libraryRoot, path);
  if (below.startsWith('..') || resolve(below) === below) return undefined;

  const blogPath = join(libraryRoot, blogFileName);
  const guessed = languageOfText(new TextDecoder().decode(bytes)) ?? language;
  const { blog, problems } = readBlog(await textIfThere(blogPath), guessed);
  const userDataDir = userDataOf(command, cwd, env);
  const isLibrary = named !== undefined || existsSync(blogPath);
  const job = {
    libraryRoot,
    blog,
    post: below.split(sep).join('/') as PostId,
    target: command.target,
    folder: resolve(cwd, command.out),
    userDataDir,
    themeCss,
    // A folder that nobody called a library may be anything, as large as a home folder.
    posts: isLibrary ? await postsOf(libraryRoot) : [],
  };
  return { job, blogProblems: problems, blogPath };
}

/** The text of a `blog.yaml`, or undefined when there is none. */
export async function textIfThere(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readRegularFile(path, largestBlog));
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'missing') return undefined;
    throw error;
  }
}

/** Every post of a library. */
export async function postsOf(root: string): Promise<readonly PostId[]> {
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
