import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { allTargets } from '../../core/contract/export.ts';
import type { TargetName, blogTarget } from '../../core/contract/export.ts';
import type { Blog } from '../../core/contract/library.ts';
import type { CliMessages } from '../../core/messages/cli-en.ts';
import { blogFor, folderOfTarget } from '../../core/post/named-targets.ts';
import { misfitOf } from './arguments.ts';
import type { CliCommand } from './arguments.ts';

/** The command makes no sense with this `blog.yaml`; the message says why. */
export class UsageError extends Error {}

/** Where a command leads. */
export interface Way {
  readonly target: TargetName | typeof blogTarget;
  /** Absolute. */
  readonly folder: string;
  /** The blog as this target sees it. */
  readonly blog: Blog;
}

/** Looks up what `--target` means: one of Fude's, else one that the blog names. Throws a UsageError when neither. */
export function wayOf(
  { target, out, post, isPost }: Extract<CliCommand, { readonly kind: 'export' }>,
  blog: Blog,
  root: string,
  cwd: string,
  words: CliMessages,
): Way {
  const given = out === undefined ? undefined : resolve(cwd, out);
  const builtIn = allTargets.find((name) => name === target);
  if (builtIn !== undefined) {
    if (given === undefined) throw new UsageError(words.noOut);
    return { target: builtIn, folder: given, blog };
  }
  const named = blog.targets.find(({ name }) => name === target);
  if (named === undefined) {
    const names = [...allTargets, ...blog.targets.map(({ name }) => name)];
    throw new UsageError(words.unknownTarget(target, names.join(', ')));
  }
  const misfit = misfitOf(named.target, post, isPost, words);
  if (misfit !== undefined) throw new UsageError(misfit);
  const folder = given ?? folderOfTarget(root, named.folder, homedir());
  return { target: named.target, folder, blog: blogFor(blog, named.name) };
}
