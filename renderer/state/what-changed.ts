import { signal } from '@preact/signals';
import type { ExportedText } from '../../core/contract/exported.ts';
import type { Failure } from '../../core/contract/failure.ts';
import type { PostId } from '../../core/contract/post.ts';
import { request } from '../api.ts';

/** A post beside what was exported of it last. */
export type WhatChanged =
  | { readonly kind: 'never' }
  | { readonly kind: 'compared'; readonly exported: ExportedText; readonly now: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const whatChanged = signal<WhatChanged>({ kind: 'never' });

/** Reads both texts, that of now from the disk. */
export async function readWhatChanged(id: PostId): Promise<void> {
  const exported = await request('export.exportedText', id);
  const now = exported.ok && exported.value !== undefined ? await request('post.open', id) : undefined;
  if (!exported.ok) whatChanged.value = { kind: 'failed', failure: exported.failure };
  else if (now === undefined || exported.value === undefined) whatChanged.value = { kind: 'never' };
  else if (!now.ok) whatChanged.value = { kind: 'failed', failure: now.failure };
  else whatChanged.value = { kind: 'compared', exported: exported.value, now: now.value.text };
}
