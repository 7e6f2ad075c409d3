import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PostId, TrashedPost } from '../../core/contract/post.ts';
import { FailureError, errorCode, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { makeFolder, moveTo } from '../files/folder.ts';
import { readAppData } from './app-data.ts';
import { checkPostId, nameOf, pathInside } from './post-path.ts';
import { locate, type Shelf } from './shelf.ts';
import { freePath, idInside, unitOf, type Unit } from './unit.ts';

/** Lies in the library; see `docs/decisions/trash.md`. */
const trashName = '.fude-trash';
const recordName = 'post.json';
const contentName = 'content';

/** What a trashed post was, written beside it before it moves. */
interface TrashRecord {
  readonly id: PostId;
  readonly unit: Unit;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly trashedAt: number;
}

/** Moves a post with its images to the library's trash, as one, by a rename. The ticket brings it back, also after a restart. */
export async function trashPost(shelf: Shelf, asked: PostId): Promise<TrashedPost> {
  const { id } = await locate(shelf, asked);
  const unit = await unitOf(shelf.root, id);
  const title = shelf.list.find(id)?.title ?? '';
  const ticket = randomBytes(8).toString('hex');
  const place = await newPlace(shelf.root, ticket);
  const record: TrashRecord = { id, unit, title, trashedAt: Date.now() };
  try {
    await writeFileAtomic(join(place, recordName), new TextEncoder().encode(JSON.stringify(record)), {
      create: true,
    });
    await moveTo(join(shelf.root, unit.path), join(place, contentName));
  } catch (error) {
    await discard(place);
    throw error;
  }
  for (const shown of shelf.versions.shownAt(unit.path)) shelf.versions.forget(shown);
  await shelf.list.look(unit.path);
  return { ticket, title };
}

/** Brings a post back to where it was, or beside it with a number when another has taken the place. */
export async function restorePost(shelf: Shelf, ticket: unknown): Promise<PostId> {
  if (typeof ticket !== 'string' || !/^[0-9a-f]{16}$/.test(ticket)) {
    throw new FailureError({ kind: 'refused', what: 'post.restore: ticket' });
  }
  const place = join(shelf.root, trashName, ticket);
  const record = recordFrom(await readAppData(join(place, recordName)));
  if (!record) throw new FailureError({ kind: 'missing', path: place });
  const { unit, id } = record;
  const target = await pathInside(shelf.root, id);
  const home = unit.kind === 'folder' ? dirname(dirname(target)) : dirname(target);
  await failing(home, 'write', () => mkdir(home, { recursive: true }));
  const to = await freePath(shelf.root, unit.path);
  await moveTo(join(place, contentName), join(shelf.root, to));
  await discard(place);
  await shelf.list.look(to);
  return idInside(unit, to, id);
}

async function newPlace(root: string, ticket: string): Promise<string> {
  const trash = join(root, trashName);
  try {
    await makeFolder(trash);
    // Keeps the trash out of the repository that many blogs lie in.
    await writeFileAtomic(join(trash, '.gitignore'), new TextEncoder().encode('*\n'));
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.kind !== 'exists') throw error;
  }
  await makeFolder(join(trash, ticket));
  return join(trash, ticket);
}

/** Removes a place whose post is not in it (any more), and the trash itself when it was the last. */
async function discard(place: string): Promise<void> {
  try {
    if ((await readdir(place)).includes(contentName)) return;
    await rm(place, { recursive: true });
    const trash = dirname(place);
    if ((await readdir(trash)).every((name) => name === '.gitignore')) {
      await rm(join(trash, '.gitignore'), { force: true });
      await rmdir(trash);
    }
  } catch (error) {
    // An empty place left behind shows nowhere and does no harm.
    if (errorCode(error) === undefined) throw error;
  }
}

function recordFrom(value: unknown): TrashRecord | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('unit' in value)) return undefined;
  const { unit } = value;
  if (typeof unit !== 'object' || unit === null || !('kind' in unit) || !('path' in unit)) return undefined;
  if ((unit.kind !== 'folder' && unit.kind !== 'file') || typeof unit.path !== 'string') return undefined;
  const id = checkPostId(value.id);
  // Whoever edits the record cannot make Fude move things elsewhere.
  const belongs = unit.kind === 'file' ? unit.path === id : id === `${unit.path}/${nameOf(id)}`;
  const ending = 'ending' in unit && typeof unit.ending === 'string' ? unit.ending : '';
  const title = 'title' in value && typeof value.title === 'string' ? value.title : '';
  return belongs
    ? { id, title, trashedAt: 0, unit: { kind: unit.kind, path: unit.path, ending } }
    : undefined;
}
