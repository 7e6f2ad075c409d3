import { join } from 'node:path';
import type { OpenedPost, PostId } from '../../core/contract/post.ts';
import { checkFileName } from '../../core/post/file-name.ts';
import { dateInName } from '../../core/post/post-name.ts';
import { slugFromInput, slugFromTitle } from '../../core/post/slug.ts';
import { FailureError } from '../failures.ts';
import { moveTo, nameTaken } from '../files/folder.ts';
import { openPost } from './open-post.ts';
import { followPath, locate, type Shelf } from './shelf.ts';
import { freePath, idInside, renamedPath, unitName, unitOf, type Unit } from './unit.ts';

/**
 * Gives a post's folder, or its file where it lies alone, this slug; the date that its name begins with stays. Images in
 * the folder go with it. `exists` when the name is in use, `bad-name` with the reason when no file can bear it; nothing
 * is moved then.
 */
export async function renamePost(shelf: Shelf, asked: PostId, slug: string): Promise<OpenedPost> {
  const { id } = await locate(shelf, asked);
  const unit = await unitOf(shelf.root, id);
  const to = renamedPath(unit, nameWithSlug(unit, cleanSlug(slug)));
  return openPost(shelf, to === unit.path ? id : await moveUnit(shelf, unit, to, id));
}

/**
 * Names a post that Fude made after its title, once. The same id when it has its slug already or the title gives none;
 * a name that is in use gets a number.
 */
export async function settleSlug(shelf: Shelf, asked: PostId, title: string): Promise<PostId> {
  const { id, path } = await locate(shelf, asked);
  const slug = slugFromTitle(title);
  if (slug === undefined || !shelf.fresh.has(id) || !(await nameTaken(path))) return id;
  const unit = await unitOf(shelf.root, id);
  const wanted = renamedPath(unit, nameWithSlug(unit, slug));
  return moveUnit(shelf, unit, await freePath(shelf.root, wanted), id);
}

function cleanSlug(slug: string): string {
  const reason = checkFileName(slug.trim());
  if (reason === 'separator' || reason === 'outside' || reason === 'control') {
    throw new FailureError({ kind: 'bad-name', name: slug, reason });
  }
  const clean = slugFromInput(slug);
  if (clean === undefined) throw new FailureError({ kind: 'bad-name', name: slug, reason: 'empty' });
  return clean;
}

function nameWithSlug(unit: Unit, slug: string): string {
  const date = dateInName(unitName(unit));
  const name = date === undefined ? slug : `${date}-${slug}`;
  const reason = checkFileName(name + unit.ending);
  if (reason !== undefined) throw new FailureError({ kind: 'bad-name', name, reason });
  return name;
}

async function moveUnit(shelf: Shelf, unit: Unit, to: string, id: PostId): Promise<PostId> {
  await moveTo(join(shelf.root, unit.path), join(shelf.root, to));
  await followPath(shelf, unit.path, to);
  await shelf.fresh.remove(id);
  await shelf.list.look(unit.path);
  await shelf.list.look(to);
  return idInside(unit, to, id);
}
