import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TargetName, blogTarget } from '../../core/contract/export.ts';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { sha256 } from '../files/hash.ts';
import { readRegularFile } from '../files/read.ts';

/** What Fude remembers of a file it wrote into an export folder. */
export interface Receipt {
  /** SHA-256 of what was written, hex. */
  readonly hash: string;
  /** What was there before by Fude's hand: until the last step of an export, that is what lies there. */
  readonly before: string | undefined;
  /** Of an article that its place's own tool writes to: the hash of what it says, see `published.ts`. */
  readonly meaning: string | undefined;
  /** The library, by its root, and the post that the file was made from; undefined for a page of the blog itself. */
  readonly library: string;
  readonly post: PostId | undefined;
  readonly target: TargetName | typeof blogTarget;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** Path in the export folder → receipt. */
export type Receipts = ReadonlyMap<string, Receipt>;

const largest = 64_000_000;

/**
 * The receipts of an export folder, given by its real path. Damaged or unreadable ones count as none: then Fude asks
 * before it writes over its own files, which is the safe side to err on.
 */
export async function readReceipts(userDataDir: string | undefined, folder: string): Promise<Receipts> {
  if (userDataDir === undefined) return new Map();
  try {
    const value: unknown = JSON.parse(
      (await readRegularFile(fileFor(userDataDir, folder), largest)).toString('utf8'),
    );
    const files =
      isRecord(value) && value['folder'] === folder && isRecord(value['files']) ? value['files'] : {};
    return new Map(Object.entries(files).filter((entry): entry is [string, Receipt] => isReceipt(entry[1])));
  } catch (error) {
    if (error instanceof FailureError || error instanceof SyntaxError) return new Map();
    throw error;
  }
}

/**
 * Adds receipts to those of the folder, and drops those of the paths in `gone`. Written before the files are put in
 * place, so that no crash can lose them.
 */
export async function keepReceipts(
  userDataDir: string | undefined,
  folder: string,
  receipts: Receipts,
  gone: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (userDataDir === undefined) return;
  const before = [...(await readReceipts(userDataDir, folder))].filter(([path]) => !gone.has(path));
  const files = Object.fromEntries([...before, ...receipts]);
  const path = fileFor(userDataDir, folder);
  await failing(path, 'write', () => mkdir(dirname(path), { recursive: true }));
  await writeFileAtomic(path, new TextEncoder().encode(JSON.stringify({ folder, files })));
}

/** Whether what lies there now was written by an export of this library. */
export function isOwn(receipt: Receipt | undefined, library: string, hash: string): boolean {
  return receipt?.library === library && (receipt.hash === hash || receipt.before === hash);
}

/** One file an export folder lies here. */
export const receiptsFolder = (userDataDir: string): string => join(userDataDir, 'exports');

function fileFor(userDataDir: string, folder: string): string {
  return join(receiptsFolder(userDataDir), `${sha256(new TextEncoder().encode(folder)).slice(0, 24)}.json`);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isReceipt(value: unknown): boolean {
  return isRecord(value) && typeof value['hash'] === 'string' && typeof value['library'] === 'string';
}
