import { signal } from '@preact/signals';

/** Where the search in the preview stands; undefined while nobody searches. `current` counts from 1. */
export interface PreviewFind {
  readonly count: number;
  readonly current: number;
  readonly searching: boolean;
}

export const previewFind = signal<PreviewFind | undefined>(undefined);

/** How often the search was asked for: each time its field takes the focus. */
export const previewFindAsked = signal(0);
