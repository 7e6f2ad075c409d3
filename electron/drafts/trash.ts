import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PostId, TrashedPost, TrashedRow } from '../../core/contract/post.ts';
import { postEnding } from '../../core/post/post-file.ts';
import { failing } from '../failures.ts';
import { moveTo } from '../files/folder.ts';
import { pathInside } from './post-path.ts';
import { locate, type Shelf } from './shelf.ts';
import { discardPlace, makePlace, trashPlace, trashPlaces, type TrashPlace } from './trash-place.ts';
import { freePath, idInside, unitOf, type Unit } from './unit.ts';

/** Moves a post with its images to the library's trash, as one, by a rename. The ticket brings it back, also after a restart. */
export async function trashPost(shelf: Shelf, asked: PostId): Promise<TrashedPost> {
  const { id } = await locate(shelf, asked);
  const unit = await unitOf(shelf.root, id);
  // The row of a post that was saved a moment ago is on its way.
  await shelf.list.look(id);
  const title = shelf.list.find(id)?.title ?? '';
  const ticket = randomBytes(8).toString('hex');
  const [newest] = await trashPlaces(shelf.root);
  const number = (newest?.record.number ?? 0) + 1;
  const identities = shelf.identities.below(unit.path);
  try {
    const record = { id, unit, title, trashedAt: Date.now(), number, identities };
    await moveTo(join(shelf.root, unit.path), await makePlace(shelf.root, ticket, record));
  } catch (error) {
    await discardPlace(shelf.root, ticket);
    throw error;
  }
  for (const identity of Object.values(identities)) shelf.keeper.left(identity);
  await shelf.identities.forget(unit.path);
  for (const shown of shelf.versions.shownAt(unit.path)) shelf.versions.forget(shown);
  await shelf.list.look(unit.path);
  return { ticket, title };
}

/** Brings a post back to where it was, or beside it with a number when another has taken the place. */
export async function restorePost(shelf: Shelf, ticket: unknown): Promise<PostId> {
  const place = await trashPlace(shelf.root, ticket);
  const { unit, id, identities } = place.record;
  const target = await pathInside(shelf.root, id);
  const home = unit.kind === 'folder' ? dirname(dirname(target)) : dirname(target);
  await failing(home, 'write', () => mkdir(home, { recursive: true }));
  const to = await freePath(shelf.root, unit.path);
  await moveTo(place.content, join(shelf.root, to));
  await discardPlace(shelf.root, place.ticket);
  for (const [post, identity] of Object.entries(identities)) {
    const now = placeAfter(unit, to, post);
    await shelf.identities.assign(now, identity);
    shelf.keeper.moved([[identity, now]]);
  }
  await shelf.list.look(to);
  return idInside(unit, to, id);
}

/** The posts in the trash, newest first. */
export async function trashedPosts(root: string): Promise<readonly TrashedRow[]> {
  const rows: TrashedRow[] = [];
  for (const place of await trashPlaces(root)) {
    const { id, title, trashedAt } = place.record;
    rows.push({ ticket: place.ticket, id, title, trashedAt, images: await otherFiles(place) });
  }
  return rows;
}

/** Deletes a trashed post with its images and its history. */
export async function removeTrashed(
  shelf: Shelf,
  ticket: unknown,
  forget: (identity: string) => Promise<void>,
): Promise<void> {
  const { content, record, ticket: known } = await trashPlace(shelf.root, ticket);
  await failing(content, 'write', () => rm(content, { recursive: true }));
  await discardPlace(shelf.root, known);
  for (const identity of Object.values(record.identities)) await forget(identity);
}

/** The identity of a trashed post; undefined when it has none. */
export async function trashedIdentity(root: string, ticket: unknown): Promise<string | undefined> {
  const { identities, id } = (await trashPlace(root, ticket)).record;
  return identities[id];
}

/** The text's file of a trashed post: where it was, and its absolute path now. */
export async function trashedFile(root: string, ticket: unknown): Promise<{ id: PostId; path: string }> {
  const { content, record } = await trashPlace(root, ticket);
  const { id, unit } = record;
  return { id, path: unit.kind === 'file' ? content : join(content, id.slice(unit.path.length + 1)) };
}

function placeAfter(unit: Unit, to: string, post: string): PostId {
  return (unit.kind === 'folder' ? to + post.slice(unit.path.length) : to) as PostId;
}

/** How many files lie beside the text. */
async function otherFiles({ content, record }: TrashPlace): Promise<number> {
  if (record.unit.kind === 'file') return 0;
  const entries = await failing(content, 'read', () =>
    readdir(content, { recursive: true, withFileTypes: true }),
  );
  return entries.filter((entry) => !entry.isDirectory() && !postEnding.test(entry.name)).length;
}
