import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TargetName, blogTarget } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { sha256 } from '../files/hash.ts';
import { mapLimited } from '../files/pool.ts';
import { readRegularFile } from '../files/read.ts';

/** One export of a post. */
export interface PostReceipt {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly target: TargetName | typeof blogTarget;
  /** Real path. */
  readonly folder: string;
  /** SHA-256 of the post's file as it went out, hex. */
  readonly hash: string;
  /** The file's time then, milliseconds since the epoch; another one makes Fude look at the bytes. */
  readonly modified: number;
}

/** What is remembered of one post. */
export interface ExportsOfPost {
  /** Newest first. */
  readonly receipts: readonly PostReceipt[];
  /** Ids that it had when earlier exports were made. */
  readonly formerly: readonly PostId[];
}

/** The posts of a library that were exported, by their ids now. */
export type PostReceipts = ReadonlyMap<PostId, ExportsOfPost>;

/** Exports that are remembered of each post. */
const receiptsKept = 10;
/** Bytes of a text that is kept, and of the list. */
const largestText = 4_000_000;
const largestList = 64_000_000;
const atOnce = 16;

/** What is remembered of a library's posts, by its real path. A damaged memory is none. */
export async function readPostReceipts(userDataDir: string, library: string): Promise<PostReceipts> {
  try {
    const path = join(placeOf(userDataDir, library), 'posts.json');
    const value: unknown = JSON.parse((await readRegularFile(path, largestList)).toString('utf8'));
    const all = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(all.filter((entry): entry is [PostId, ExportsOfPost] => isExports(entry[1])));
  } catch (error) {
    if (error instanceof FailureError || error instanceof SyntaxError) return new Map();
    throw error;
  }
}

/** What was just exported: the posts with the hashes of their files. */
export interface ExportedPosts extends Pick<PostReceipt, 'time' | 'target' | 'folder'> {
  readonly library: string;
  readonly posts: readonly { readonly id: PostId; readonly hash: string }[];
}

/** Remembers an export that is done, with the texts that went out. Called in the turn of the exports. */
export async function keepPosts(userDataDir: string | undefined, exported: ExportedPosts): Promise<void> {
  if (userDataDir === undefined) return;
  const { library, posts, time, target, folder } = exported;
  const place = placeOf(userDataDir, library);
  const texts = join(place, 'texts');
  await failing(texts, 'write', () => mkdir(texts, { recursive: true }));
  const all = new Map(await readPostReceipts(userDataDir, library));
  await mapLimited(posts, atOnce, async ({ id, hash }) => {
    const before = all.get(id) ?? { receipts: [], formerly: [] };
    const [latest] = before.receipts;
    if (latest?.hash === hash && latest.target === target && latest.folder === folder) return;
    const modified = await keepText(texts, join(library, ...id.split('/')), hash);
    const receipt: PostReceipt = { time, target, folder, hash, modified };
    all.set(id, { ...before, receipts: [receipt, ...before.receipts].slice(0, receiptsKept) });
  });
  await write(userDataDir, library, all);
}

/** Forgets an export that was taken back. */
export async function forgetPosts(
  userDataDir: string,
  { library, folder, time }: { readonly library: string; readonly folder: string; readonly time: number },
): Promise<void> {
  const all = [...(await readPostReceipts(userDataDir, library))].map(([id, { receipts, formerly }]) => {
    const left = receipts.filter((receipt) => receipt.time !== time || receipt.folder !== folder);
    return [id, { receipts: left, formerly }] as const;
  });
  await write(userDataDir, library, new Map(all.filter(([, { receipts }]) => receipts.length > 0)));
}

/** A post, or the folder that it lies in, has another name. */
export async function movePosts(
  userDataDir: string,
  library: string,
  from: PostId,
  to: PostId,
): Promise<void> {
  if (from === to) return;
  const all = await readPostReceipts(userDataDir, library);
  const [oldFolder, newFolder] = [dirname(from), dirname(to)];
  const moved = new Map<PostId, ExportsOfPost>();
  for (const [id, entry] of all) {
    const inside = oldFolder !== newFolder && id.startsWith(`${oldFolder}/`);
    const now = id === from ? to : inside ? (`${newFolder}${id.slice(oldFolder.length)}` as PostId) : id;
    const { receipts, formerly } = entry;
    moved.set(now, now === id ? entry : { receipts, formerly: [...formerly, id].slice(-receiptsKept) });
  }
  await write(userDataDir, library, moved);
}

/** The bytes of a post as they went out; undefined when they are not kept any more. */
export async function exportedBytes(
  userDataDir: string,
  library: string,
  hash: string,
): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readRegularFile(join(placeOf(userDataDir, library), 'texts', hash), largestText);
    return sha256(bytes) === hash ? bytes : undefined;
  } catch (error) {
    if (error instanceof FailureError) return undefined;
    throw error;
  }
}

/** Answers the file's time; 0 when it is another text already. */
async function keepText(texts: string, path: string, hash: string): Promise<number> {
  try {
    const { mtimeMs } = await failing(path, 'read', () => stat(path));
    const bytes = await readRegularFile(path, largestText);
    if (sha256(bytes) !== hash) return 0;
    // A cut one is found by its hash: not worth a flush each.
    await failing(texts, 'write', () => writeFile(join(texts, hash), bytes));
    return mtimeMs;
  } catch (error) {
    // The export is done whatever becomes of its memory.
    if (error instanceof FailureError) return 0;
    throw error;
  }
}

async function write(userDataDir: string, library: string, receipts: PostReceipts): Promise<void> {
  const place = placeOf(userDataDir, library);
  const path = join(place, 'posts.json');
  await failing(path, 'write', () => mkdir(place, { recursive: true }));
  const text = JSON.stringify(Object.fromEntries(receipts));
  await writeFileAtomic(path, new TextEncoder().encode(text));
  await dropTexts(join(place, 'texts'), receipts);
}

/** Texts that no export is remembered of. */
async function dropTexts(texts: string, receipts: PostReceipts): Promise<void> {
  const wanted = new Set([...receipts.values()].flatMap((entry) => entry.receipts.map(({ hash }) => hash)));
  await failing(texts, 'write', async () => {
    await mkdir(texts, { recursive: true });
    for (const name of await readdir(texts)) if (!wanted.has(name)) await rm(join(texts, name));
  });
}

function isExports(value: unknown): value is ExportsOfPost {
  if (typeof value !== 'object' || value === null) return false;
  const { receipts, formerly } = value as Partial<ExportsOfPost>;
  return (
    Array.isArray(formerly) &&
    Array.isArray(receipts) &&
    receipts.every(
      (receipt: Partial<PostReceipt> | null) =>
        typeof receipt === 'object' &&
        typeof receipt?.hash === 'string' &&
        typeof receipt.folder === 'string',
    )
  );
}

const placeOf = (userDataDir: string, library: string): string =>
  join(userDataDir, 'exports', 'posts', sha256(new TextEncoder().encode(library)).slice(0, 24));
