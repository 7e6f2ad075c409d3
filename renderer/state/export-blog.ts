import { signal } from '@preact/signals';
import type { BlogPlan, BlogProgress, BlogResult } from '../../core/contract/export.ts';
import type { Failure } from '../../core/contract/failure.ts';
import { listen, request } from '../api.ts';

/** Where the export of the whole blog stands. */
export type BlogStep =
  | { readonly kind: 'no-folder' }
  | { readonly kind: 'working'; readonly progress: BlogProgress | undefined }
  | { readonly kind: 'planned'; readonly folder: string; readonly plan: BlogPlan }
  | { readonly kind: 'done'; readonly folder: string; readonly result: BlogResult }
  | { readonly kind: 'called-off' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const blogStep = signal<BlogStep>({ kind: 'no-folder' });

/** The latest question's answer counts. */
let asked = 0;

/** Looks at what an export of the library would do; the folder is undefined as long as none is chosen. */
export async function planBlog(folder: string | undefined): Promise<void> {
  asked += 1;
  const question = asked;
  if (folder === undefined) {
    blogStep.value = { kind: 'no-folder' };
    return;
  }
  blogStep.value = { kind: 'working', progress: undefined };
  const answer = await request('export.planBlog', folder);
  if (question !== asked) return;
  if (!answer.ok) blogStep.value = { kind: 'failed', failure: answer.failure };
  else if (answer.value === undefined) blogStep.value = { kind: 'called-off' };
  else blogStep.value = { kind: 'planned', folder, plan: answer.value };
}

export async function runBlog(folder: string, overwrite: boolean): Promise<void> {
  asked += 1;
  const question = asked;
  blogStep.value = { kind: 'working', progress: undefined };
  const answer = await request('export.runBlog', folder, overwrite);
  if (question !== asked) return;
  if (!answer.ok) blogStep.value = { kind: 'failed', failure: answer.failure };
  else if (answer.value === undefined) blogStep.value = { kind: 'called-off' };
  else blogStep.value = { kind: 'done', folder, result: answer.value };
}

/** Stops looking or writing; files that are being put in place already are put in place whole. */
export async function callOffBlog(): Promise<void> {
  const answer = await request('export.callOffBlog');
  if (!answer.ok) blogStep.value = { kind: 'failed', failure: answer.failure };
}

/** Called once at the window's start. */
export function hearProgress(): void {
  listen('export.progress', (progress) => {
    if (blogStep.value.kind === 'working') blogStep.value = { kind: 'working', progress };
  });
}
