import type { Result } from '../../core/contract/failure.ts';
import type { TrashedRow } from '../../core/contract/post.ts';
import { request } from '../api.ts';

/** The posts in the trash, newest first. */
export const listTrashed = (): Promise<Result<readonly TrashedRow[]>> => request('trash.list');

/** The text of a trashed post. */
export const readTrashed = (ticket: string): Promise<Result<string>> => request('trash.read', ticket);
