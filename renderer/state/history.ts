import { signal } from '@preact/signals';
import type { HistoryOf } from '../../core/contract/history.ts';

/** Whose versions the history dialog shows. */
export interface ShownHistory {
  readonly of: HistoryOf;
  readonly title: string;
}

export const shownHistory = signal<ShownHistory | undefined>(undefined);
