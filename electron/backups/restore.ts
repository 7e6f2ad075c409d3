import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BackedUpPost, RestoredLibrary } from '../../core/contract/backup.ts';
import { fieldsOf, readFrontMatter } from '../../core/post/front-matter.ts';
import { postEnding } from '../../core/post/post-file.ts';
import { textSource } from '../../core/post/text-source.ts';
import { numbered, safeFileName } from '../../core/post/file-name.ts';
import { FailureError, failing } from '../failures.ts';
import { moveTo, nameTaken } from '../files/folder.ts';
import { mapLimited } from '../files/pool.ts';
import { readHead } from '../files/read.ts';
import { checkOutside } from './check-outside.ts';
import { loadManifest, manifestPath, objectsIn } from './layout.ts';
import { missingBackup, type Manifest } from './manifest.ts';
import { ObjectStore } from './object-store.ts';
import { unpack, type Passed } from './unpack.ts';

/** Bytes that hold the title of nearly every post, and files that are read at once. */
const headLength = 8_192;
const atOnce = 16;
/** A post that has its folder to itself, with its images. */
const indexName = /^index(?:\.[\w-]+)?\.(?:md|markdown)$/i;

async function whole(folder: string, id: string): Promise<Manifest> {
  const manifest = /^[\d-]+$/.test(id) ? await loadManifest(folder, id) : undefined;
  if (manifest === undefined) throw missingBackup(manifestPath(folder, id));
  return manifest;
}

/**
 * Restores a whole library into a new folder in `parent`, which lies outside the living one. The folder gets its name
 * when all is in it; whatever stops the work before leaves nothing behind.
 */
export async function restoreLibrary(
  folder: string,
  id: string,
  root: string,
  parent: string,
  passed: Passed,
): Promise<RestoredLibrary> {
  const manifest = await whole(folder, id);
  await checkOutside(root, parent);
  const wanted = safeFileName(`${basename(root)} ${id.slice(id.indexOf('-') + 1)}`, 'library');
  const part = join(parent, partName());
  await failing(part, 'write', () => mkdir(part));
  try {
    const { files, wrong } = await unpack(new ObjectStore(objectsIn(folder)), manifest, part, passed);
    const path = join(parent, await freeName(parent, wanted));
    await failing(path, 'write', () => rename(part, path));
    return { path, files, wrong };
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

/** The posts of a backup, the newest names first. */
export async function postsIn(folder: string, id: string): Promise<readonly BackedUpPost[]> {
  const store = new ObjectStore(objectsIn(folder));
  const posts = (await whole(folder, id)).files
    .filter(({ path }) => postEnding.test(path) && !path.startsWith('.'))
    .toSorted((a, b) => (a.path < b.path ? 1 : -1));
  return mapLimited(posts, atOnce, async ({ path, size, hash }) => {
    const title = await titleIn(store.pathOf(hash));
    return { path, title, bytes: size };
  });
}

/** What the list of posts would call it. A post whose bytes cannot be read is listed by its path. */
async function titleIn(object: string): Promise<string> {
  try {
    const { bytes } = await readHead(object, headLength);
    const source = textSource(new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n'));
    const frontMatter = readFrontMatter(source);
    const body = source.sliceString(frontMatter.kind === 'none' ? 0 : frontMatter.range.to);
    return fieldsOf(frontMatter).title ?? /^[#\s]*(\S.{0,200})/.exec(body)?.[1]?.trim() ?? '';
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return '';
  }
}

/**
 * Brings one post back into the living library, with its images when it has a folder of its own: where it was when the
 * place is free, else beside with a number. Answers its path below the root.
 */
export async function restorePost(folder: string, id: string, path: string, root: string): Promise<string> {
  const manifest = await whole(folder, id);
  const unit = unitOf(manifest, path);
  const files = manifest.files.filter((file) => file.path === unit || file.path.startsWith(`${unit}/`));
  if (!files.some((file) => file.path === path)) throw missingBackup(path);
  const part = join(root, partName());
  await failing(part, 'write', () => mkdir(part));
  try {
    const { wrong } = await unpack(
      new ObjectStore(objectsIn(folder)),
      { files, links: [] },
      part,
      () => undefined,
    );
    if (wrong.length > 0) {
      const [first = path] = wrong;
      throw new FailureError({ kind: 'backup-unsound', folder, count: wrong.length, first });
    }
    const home = dirname(unit);
    await failing(join(root, home), 'write', () => mkdir(join(root, home), { recursive: true }));
    const name = await freeName(join(root, home), basename(unit));
    const to = home === '.' ? name : `${home}/${name}`;
    await moveTo(join(part, unit), join(root, to));
    return to + path.slice(unit.length);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/** The folder of an `index.md` that holds no other post, else the file. */
function unitOf({ files }: Manifest, path: string): string {
  const folder = dirname(path);
  if (!indexName.test(basename(path)) || folder === '.') return path;
  const others = files.some(
    (file) =>
      file.path.startsWith(`${folder}/`) &&
      postEnding.test(file.path) &&
      (dirname(file.path) !== folder || !indexName.test(basename(file.path))),
  );
  return others ? path : folder;
}

/** The name of what is unfinished: a library that is opened after a kill removes it. */
const partName = (): string => `.fude-${String(process.pid)}-${randomBytes(6).toString('hex')}.tmp`;

async function freeName(parent: string, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = numbered(wanted, number);
    if (!(await nameTaken(join(parent, name)))) return name;
  }
}
