import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '../../core/contract/post.ts';
import { calendarDay, parseDate } from '../../core/post/dates.ts';
import { FailureError, failing, failureOf } from '../failures.ts';
import { nameTaken } from '../files/folder.ts';
import { postHome } from './engine.ts';
import { joinId } from './post-path.ts';

/** Where a new post may lie. */
export interface NewPlace {
  readonly id: PostId;
  /** The folder to be made for this post alone, below the root; undefined for a single file. */
  readonly ownFolder: string | undefined;
}

/**
 * The places for a new post of this day, in the order to try them: `YYYY-MM-DD/index.md`, then `-2`, `-3`…; where the
 * engine wants single files, `YYYY-MM-DD-1.md` and on, because such a name needs something after its date.
 * Makes the engine's folder when it is not there, but never the library.
 */
export async function* newPlaces(root: string, date: string): AsyncGenerator<NewPlace, never> {
  const parsed = parseDate(date);
  if (!parsed || calendarDay(parsed) !== date)
    throw new FailureError({ kind: 'refused', what: 'post.create: date' });
  if (!(await nameTaken(root))) throw new FailureError({ kind: 'missing', path: root });
  const { folder, shape } = await postHome(root);
  if (folder !== '')
    await failing(join(root, folder), 'write', () => mkdir(join(root, folder), { recursive: true }));
  for (let number = 1; ; number += 1) {
    const name = number === 1 && shape === 'folder' ? date : `${date}-${String(number)}`;
    const path = joinId(folder, name);
    if (shape === 'folder') yield { id: `${path}/index.md` as PostId, ownFolder: path };
    else yield { id: `${path}.md` as PostId, ownFolder: undefined };
  }
}

/** Tries places until one is free. */
export async function takePlace<T>(
  places: AsyncGenerator<NewPlace, never>,
  take: (place: NewPlace) => Promise<T>,
): Promise<T> {
  for (;;) {
    const { value } = await places.next();
    try {
      return await take(value);
    } catch (error) {
      if (failureOf(error).kind !== 'exists') throw error;
    }
  }
}
