import { lstat, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '../../core/contract/post.ts';
import { FailureError, errorCode, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { makeFolder, nameTaken, namesInFolder } from '../files/folder.ts';
import { readAppData } from './app-data.ts';
import { isIdentity } from './identities.ts';
import { checkPostId, nameOf } from './post-path.ts';
import type { Unit } from './unit.ts';

/** Lies in the library; see `docs/decisions/trash.md`. */
const trashName = '.fude-trash';
const recordName = 'post.json';
const contentName = 'content';

/** What a trashed post was, written beside it before it moves. */
export interface TrashRecord {
  readonly id: PostId;
  readonly unit: Unit;
  readonly title: string;
  /** Milliseconds since the epoch; undefined when the record does not say. */
  readonly trashedAt: number | undefined;
  /** Grows with each post that is thrown away; the order of the list. */
  readonly number: number;
  /** Of the posts in the unit, by their places. */
  readonly identities: Readonly<Record<string, string>>;
}

/** One post's place in the trash. */
export interface TrashPlace {
  readonly ticket: string;
  /** Where the post itself lies, absolute. */
  readonly content: string;
  readonly record: TrashRecord;
}

/** A post in the trash. `refused` for what is no ticket, `missing` for one whose post is not there (any more). */
export async function trashPlace(root: string, ticket: unknown): Promise<TrashPlace> {
  if (typeof ticket !== 'string' || !/^[0-9a-f]{16}$/.test(ticket)) {
    throw new FailureError({ kind: 'refused', what: 'a ticket of the trash' });
  }
  const place = join(root, trashName, ticket);
  const content = join(place, contentName);
  const stats = await failing(place, 'read', () => lstat(content));
  const record = recordFrom(await readAppData(join(place, recordName)));
  const isFolder = stats.isDirectory();
  const fits = record !== undefined && (record.unit.kind === 'folder') === isFolder;
  return { ticket, content, record: fits ? record : guessed(isFolder) };
}

/** All posts in the trash, newest first; none when there is no trash. */
export async function trashPlaces(root: string): Promise<readonly TrashPlace[]> {
  const places: TrashPlace[] = [];
  for (const ticket of await namesInFolder(join(root, trashName))) {
    try {
      places.push(await trashPlace(root, ticket));
    } catch (error) {
      // Not a place, or an empty one that a crash left.
      if (!(error instanceof FailureError)) throw error;
    }
  }
  return places.toSorted((a, b) => b.record.number - a.record.number || a.ticket.localeCompare(b.ticket));
}

/** Makes a place with its record; the post is moved to the answered path. */
export async function makePlace(root: string, ticket: string, record: TrashRecord): Promise<string> {
  const trash = join(root, trashName);
  try {
    await makeFolder(trash);
    // Keeps the trash out of the repository that many blogs lie in.
    await writeFileAtomic(join(trash, '.gitignore'), new TextEncoder().encode('*\n'));
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.kind !== 'exists') throw error;
  }
  const place = join(trash, ticket);
  await makeFolder(place);
  await writeFileAtomic(join(place, recordName), new TextEncoder().encode(JSON.stringify(record)), {
    create: true,
  });
  return join(place, contentName);
}

/** Removes a place whose post is not in it (any more), and the trash itself when it was the last. */
export async function discardPlace(root: string, ticket: string): Promise<void> {
  const trash = join(root, trashName);
  const place = join(trash, ticket);
  try {
    if (await nameTaken(join(place, contentName))) return;
    await rm(place, { recursive: true, force: true });
    if ((await namesInFolder(trash)).every((name) => name === '.gitignore')) {
      await rm(join(trash, '.gitignore'), { force: true });
      await rmdir(trash);
    }
  } catch (error) {
    // An empty place left behind shows nowhere and does no harm.
    if (errorCode(error) === undefined && !(error instanceof FailureError)) throw error;
  }
}

/** A post whose record is damaged still comes back, under a name of its own at the top of the library. */
function guessed(isFolder: boolean): TrashRecord {
  const unit: Unit = isFolder
    ? { kind: 'folder', path: 'restored', ending: '' }
    : { kind: 'file', path: 'restored.md', ending: '.md' };
  const id = (isFolder ? 'restored/index.md' : 'restored.md') as PostId;
  return { id, unit, title: '', trashedAt: undefined, number: 0, identities: {} };
}

function recordFrom(value: unknown): TrashRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id: place, unit, title, trashedAt, number, identities } = value as Record<string, unknown>;
  if (typeof unit !== 'object' || unit === null || !('kind' in unit) || !('path' in unit)) return undefined;
  if ((unit.kind !== 'folder' && unit.kind !== 'file') || typeof unit.path !== 'string') return undefined;
  const id = checkedId(place);
  // Whoever edits the record cannot make Fude move things elsewhere.
  const belongs =
    id !== undefined && (unit.kind === 'file' ? unit.path === id : id === `${unit.path}/${nameOf(id)}`);
  if (!belongs) return undefined;
  const ending = 'ending' in unit && typeof unit.ending === 'string' ? unit.ending : '';
  return {
    id,
    title: typeof title === 'string' ? title : '',
    trashedAt: typeof trashedAt === 'number' && Number.isFinite(trashedAt) ? trashedAt : undefined,
    number: typeof number === 'number' && Number.isFinite(number) ? number : 0,
    unit: { kind: unit.kind, path: unit.path, ending },
    identities: identitiesFrom(identities),
  };
}

function checkedId(value: unknown): PostId | undefined {
  try {
    return checkPostId(value);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return undefined;
  }
}

function identitiesFrom(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  const kept = Object.entries(value).filter(
    (entry): entry is [string, string] => isIdentity(entry[1]) && checkedId(entry[0]) !== undefined,
  );
  return Object.fromEntries(kept);
}
