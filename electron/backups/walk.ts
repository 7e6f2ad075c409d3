import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { builtFolders } from '../drafts/engine.ts';
import { FailureError, failing, toFailure } from '../failures.ts';
import { temporaryName } from '../files/atomic-write.ts';

/** Fetched or made anew by other programs, or their own bookkeeping; the history of a repository has copies of its own. */
const leftOutFolders = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.cache',
  '.dropbox.cache',
  '.stversions',
]);
const leftOutFiles = new Set(['.fude-lock', '.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** An ordinary file; its path below the root. */
export interface FoundFile {
  readonly path: string;
  readonly stats: Stats;
}

/** What a backup of a library takes; paths below the root with `/` between the parts. */
export interface Found {
  readonly files: readonly FoundFile[];
  readonly links: readonly { readonly path: string; readonly target: string }[];
  readonly unread: readonly string[];
}

/**
 * Everything in a library but what others make anew: the author's posts, images and settings of the blog, the trash too.
 * Links are told as links and never followed; FIFOs, sockets and devices are left alone. `without` are absolute paths of
 * folders to stay out of. Throws a FailureError when the root itself cannot be read.
 */
export async function findFiles(
  root: string,
  without: readonly string[],
  signal: AbortSignal,
): Promise<Found> {
  const files: FoundFile[] = [];
  const links: { path: string; target: string }[] = [];
  const unread: string[] = [];
  const built = new Set<string>();
  const orUnread = async <T>(path: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      const failure = toFailure(error, path, 'read');
      if (failure.kind === 'internal') throw error;
      // What went meanwhile is no longer part of the library; what has a name that is no Unicode is, and cannot be reached.
      if (failure.kind !== 'missing' || path.includes('\uFFFD')) unread.push(path);
      return undefined;
    }
  };

  const folders = [''];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    signal.throwIfAborted();
    const at = join(root, folder);
    const list = (): Promise<Dirent[]> => failing(at, 'read', () => readdir(at, { withFileTypes: true }));
    const entries = folder === '' ? await list() : await orUnread(folder, list);
    if (entries === undefined) continue;
    for (const name of builtFolders(new Set(entries.map((entry) => entry.name))))
      built.add(below(folder, name));
    for (const entry of entries) {
      const path = below(folder, entry.name);
      if (entry.isDirectory()) {
        const out =
          leftOutFolders.has(entry.name) ||
          temporaryName.test(entry.name) ||
          built.has(path) ||
          without.includes(join(root, path));
        if (!out) folders.push(path);
      } else if (entry.isSymbolicLink()) {
        const target = await orUnread(path, () => readlink(join(root, path)));
        if (target !== undefined) links.push({ path, target });
      } else if (entry.isFile() && !isLeftOut(entry.name)) {
        const stats = await orUnread(path, () => lstat(join(root, path)));
        if (stats?.isFile() === true) files.push({ path, stats });
      }
    }
  }
  return { files, links, unread };
}

const isLeftOut = (name: string): boolean =>
  leftOutFiles.has(name) || temporaryName.test(name) || name === '.git';
const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** Whether the failure is about reading one file of the library, which spoils no backup. */
export function isOfSource(error: unknown, path: string): boolean {
  return error instanceof FailureError && 'path' in error.failure && error.failure.path === path;
}
