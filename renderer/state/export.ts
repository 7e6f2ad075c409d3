import { signal } from '@preact/signals';
import {
  blogTarget,
  targetNames,
  type ExportPlan,
  type ExportRequest,
  type ExportResult,
  type TargetName,
} from '../../core/contract/export.ts';
import type { Failure } from '../../core/contract/failure.ts';
import type { NamedTarget } from '../../core/contract/library.ts';
import type { PostId } from '../../core/contract/post.ts';
import { folderOfTarget } from '../../core/post/named-targets.ts';
import { request } from '../api.ts';
import { planBlog } from './export-blog.ts';
import { library } from './session.ts';
import { exportFolder, exportTarget, keepView } from './view.ts';

/** Where the export in the dialog stands. */
export type ExportStep =
  | { readonly kind: 'no-folder' }
  | { readonly kind: 'planning' }
  | { readonly kind: 'planned'; readonly request: ExportRequest; readonly plan: ExportPlan }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly folder: string; readonly result: ExportResult }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const exportStep = signal<ExportStep>({ kind: 'no-folder' });

export const chosenTarget = (): TargetName =>
  targetNames.find((name) => name === exportTarget.value) ?? 'html';

/** Whether the whole library is to go out instead of one post. */
export const isBlogChosen = (): boolean => exportTarget.value === blogTarget;

/** Looks at what an export of this post would write; the latest question's answer counts. */
let asked = 0;

export async function planExport(post: PostId): Promise<void> {
  if (isBlogChosen()) return planBlog(exportFolder.value);
  const folder = exportFolder.value;
  asked += 1;
  const question = asked;
  if (folder === undefined) {
    exportStep.value = { kind: 'no-folder' };
    return;
  }
  const wanted: ExportRequest = { post, target: chosenTarget(), folder };
  exportStep.value = { kind: 'planning' };
  const answer = await request('export.plan', wanted);
  if (question !== asked) return;
  exportStep.value = answer.ok
    ? { kind: 'planned', request: wanted, plan: answer.value }
    : { kind: 'failed', failure: answer.failure };
}

export async function runExport(wanted: ExportRequest, overwrite: boolean): Promise<void> {
  exportStep.value = { kind: 'running' };
  const answer = await request('export.run', wanted, overwrite);
  exportStep.value = answer.ok
    ? { kind: 'done', folder: wanted.folder, result: answer.value }
    : { kind: 'failed', failure: answer.failure };
}

export function chooseTarget(target: TargetName | typeof blogTarget): void {
  exportTarget.value = target;
  keepView({ exportTarget: target });
}

/** The ways out that `blog.yaml` names, their folders absolute. */
export const namedTargets = (): readonly NamedTarget[] => {
  const { root, blog } = library.value ?? {};
  if (root === undefined || blog === undefined) return [];
  return blog.targets.map((target) => ({ ...target, folder: folderOfTarget(root, target.folder) }));
};

/** The one of them that is chosen now, by what it says. */
export const chosenName = (): string | undefined =>
  namedTargets().find(({ target, folder }) => target === exportTarget.value && folder === exportFolder.value)
    ?.name;

export function chooseNamedTarget({ target, folder }: NamedTarget): void {
  chooseTarget(target);
  setExportFolder(folder);
}

export function setExportFolder(folder: string | undefined): void {
  exportFolder.value = folder;
  keepView({ exportFolder: folder });
}

/** The system's dialog; the folder stays as it was when the author backs out. */
export async function chooseExportFolder(): Promise<void> {
  const answer = await request('export.chooseFolder', exportFolder.value);
  if (answer.ok && answer.value !== undefined) setExportFolder(answer.value);
}

/** Shows what was exported in the system's file manager. */
export async function openExportFolder(folder: string): Promise<void> {
  const answer = await request('export.openFolder', folder);
  if (!answer.ok) exportStep.value = { kind: 'failed', failure: answer.failure };
}
