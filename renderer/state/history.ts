import { signal } from '@preact/signals';
import type { Result } from '../../core/contract/failure.ts';
import type { HistoryOf, PostVersion } from '../../core/contract/history.ts';
import { request } from '../api.ts';

/** Whose versions the history dialog shows. */
export interface ShownHistory {
  readonly of: HistoryOf;
  readonly title: string;
}

export const shownHistory = signal<ShownHistory | undefined>(undefined);

/** Newest first. */
export const listVersions = (of: HistoryOf): Promise<Result<readonly PostVersion[]>> =>
  request('history.list', of);

export const readVersion = (of: HistoryOf, hash: string): Promise<Result<string>> =>
  request('history.read', of, hash);
