import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { TargetName } from '../../core/contract/export.ts';
import { errorCode } from '../failures.ts';
import { engines, type Engine, type PostShape } from './engine-table.ts';

/** What is never a post at the top of a library or of a site. */
const builtOrDesign = ['public', '_site', 'dist', 'out', 'themes', 'layouts'];

/** Folders at the top of a library or a site whose Markdown files are no posts; `undefined` for any other folder. */
export function foldersWithoutPosts(
  names: ReadonlySet<string>,
  isRoot: boolean,
): readonly string[] | undefined {
  const engine = engines.find(({ isSite }) => isSite(names));
  if (!engine) return isRoot ? builtOrDesign : undefined;
  const wanted = new Set(engine.postFolders.map((folder) => folder.split('/')[0]));
  return [...builtOrDesign, ...engine.notPosts].filter((name) => !wanted.has(name));
}

/** Folders that the engine of a site makes anew, seen from its top; none for a folder that is no site. */
export function builtFolders(names: ReadonlySet<string>): readonly string[] {
  return engines.find(({ isSite }) => isSite(names))?.built ?? [];
}

/** Whether a folder with these names in it is the top of a site of a known engine. */
export function isSiteFolder(names: ReadonlySet<string>): boolean {
  return engines.some((engine) => engine.isSite(names));
}

/** The site that a library is a part of. */
export interface Site {
  /** Its engine, by the name of the export's target. */
  readonly target: TargetName;
  /** The library's root seen from the top of the site, `/` between the parts; `''` when they are one. */
  readonly below: string;
}

/** The site that a library is, or lies in, when one of the engines' post folders is the way to it. */
export async function siteOf(root: string): Promise<Site | undefined> {
  const found = await siteAround(root);
  return found && { target: found.engine.target, below: belowSite(found.site, root) };
}

/** Where and how new posts lie in a library. */
export interface PostHome {
  /** Where new posts go, below the library's root; `''` is the root itself. */
  readonly folder: string;
  readonly shape: PostShape;
}

/** Where the engine of this library looks for new posts; the root itself for a library without one. */
export async function postHome(root: string): Promise<PostHome> {
  const found = await siteAround(root);
  if (found) return { folder: found.folder, shape: found.engine.shape };
  // Opened alone, such a folder tells by its name that posts are single files here.
  return { folder: '', shape: basename(root) === '_posts' ? 'file' : 'folder' };
}

/** The site that a library is, or lies in, and where its engine looks for posts below the root; undefined without one. */
async function siteAround(
  root: string,
): Promise<{ readonly engine: Engine; readonly site: string; readonly folder: string } | undefined> {
  // The author may have opened the site, or only its posts: then the site lies a few folders higher.
  for (let site = root, levels = 0; levels < 4; levels += 1) {
    const names = await namesIn(site);
    const engine = engines.find(({ isSite }) => isSite(names));
    const folder = engine && (await homeBelow(engine, site, root));
    if (engine && folder !== undefined) return { engine, site, folder };
    if (dirname(site) === site) break;
    site = dirname(site);
  }
  return undefined;
}

/** The engine's post folder seen from the library's root, or undefined when it is not in the library. */
async function homeBelow(engine: Engine, site: string, root: string): Promise<string | undefined> {
  const rootBelowSite = belowSite(site, root);
  const within = engine.postFolders.find((folder) => `${rootBelowSite}/`.startsWith(`${folder}/`));
  if (within !== undefined) return '';
  for (const folder of engine.postFolders) {
    if (await isFolder(join(site, folder))) return below(folder, rootBelowSite);
  }
  return below(engine.postFolders[0], rootBelowSite);
}

const belowSite = (site: string, root: string): string =>
  root.slice(site.length).split(/[\\/]/).filter(Boolean).join('/');

function below(folder: string, rootBelowSite: string): string | undefined {
  if (rootBelowSite === '') return folder;
  return folder.startsWith(`${rootBelowSite}/`) ? folder.slice(rootBelowSite.length + 1) : undefined;
}

/** The names in a folder; none when it cannot be read. */
export async function namesIn(folder: string): Promise<ReadonlySet<string>> {
  return new Set(await unlessUnreadable(readdir(folder), []));
}

async function isFolder(path: string): Promise<boolean> {
  return unlessUnreadable(
    stat(path).then((stats) => stats.isDirectory()),
    false,
  );
}

/** A folder that is closed to us or gone tells nothing about engines, and that is no failure. */
async function unlessUnreadable<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return otherwise;
  }
}
