import { signal } from '@preact/signals';
import {
  allTargets,
  type blogTarget,
  type ExportPlan,
  type ExportProgress,
  type ExportRequest,
  type ExportResult,
  type FileSides,
  type TargetName,
} from '../../core/contract/export.ts';
import type { Failure, Result } from '../../core/contract/failure.ts';
import type { NamedTarget } from '../../core/contract/library.ts';
import type { PostId } from '../../core/contract/post.ts';
import { atHome, folderOfTarget } from '../../core/post/named-targets.ts';
import { listen, request } from '../api.ts';
import { readExported } from './exported.ts';
import { home, library } from './session.ts';
import { exportFolder, exportFolders, exportTarget, setExport } from './view.ts';

/** Where the export in the dialog stands. */
export type ExportStep =
  | { readonly kind: 'no-folder' }
  | {
      readonly kind: 'working';
      readonly on: 'plan' | 'export';
      readonly progress: ExportProgress | undefined;
    }
  | { readonly kind: 'planned'; readonly request: ExportRequest; readonly plan: ExportPlan }
  | { readonly kind: 'done'; readonly folder: string; readonly result: ExportResult }
  | { readonly kind: 'called-off' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const exportStep = signal<ExportStep>({ kind: 'no-folder' });

/** Tells the author's own names from those of the targets. */
const own = 'own:';

/** What is chosen: a target of Fude's, or one that the blog names, with what it says. */
export type Chosen =
  | { readonly kind: 'target'; readonly target: TargetName | typeof blogTarget }
  | { readonly kind: 'named'; readonly named: NamedTarget };

/** The ways out that `blog.yaml` names, their folders absolute. */
export const namedTargets = (): readonly NamedTarget[] => {
  const { root, blog } = library.value ?? {};
  if (root === undefined || blog === undefined) return [];
  return blog.targets.map((target) => ({
    ...target,
    folder: folderOfTarget(root, target.folder, home.value),
  }));
};

export function chosen(): Chosen {
  const kept = exportTarget.value;
  const named = namedTargets().find(({ name }) => own + name === kept);
  if (named !== undefined) return { kind: 'named', named };
  const target = allTargets.find((name) => name === kept) ?? 'html';
  return { kind: 'target', target };
}

export const chosenTarget = (): TargetName | typeof blogTarget => {
  const now = chosen();
  return now.kind === 'named' ? now.named.target : now.target;
};

/** How a choice is kept, and stands in lists. */
export const keyOf = (choice: Chosen): string =>
  choice.kind === 'named' ? own + choice.named.name : choice.target;

export function choose(choice: Chosen): void {
  const key = keyOf(choice);
  setExport(key, choice.kind === 'named' ? choice.named.folder : exportFolders[key]);
}

/** Another folder than the one that `blog.yaml` names makes it an export of the author's own. */
export function setExportFolder(written: string | undefined): void {
  const folder = written === undefined ? undefined : atHome(written, home.value);
  const now = chosen();
  const same = now.kind === 'named' && now.named.folder === folder;
  setExport(same ? keyOf(now) : chosenTarget(), folder);
}

/** The latest question's answer counts. */
let asked = 0;

/** Looks at what an export of this post, or of its library, would do. */
export async function planExport(post: PostId): Promise<void> {
  asked += 1;
  const question = asked;
  const now = chosen();
  const folder = exportFolder.value;
  if (folder === undefined) {
    exportStep.value = { kind: 'no-folder' };
    return;
  }
  const named = now.kind === 'named' ? now.named.name : undefined;
  const wanted: ExportRequest = { post, target: chosenTarget(), folder, named };
  exportStep.value = { kind: 'working', on: 'plan', progress: undefined };
  const answer = await request('export.plan', wanted);
  if (question !== asked) return;
  if (!answer.ok) exportStep.value = { kind: 'failed', failure: answer.failure };
  else if (answer.value === undefined) exportStep.value = { kind: 'called-off' };
  else exportStep.value = { kind: 'planned', request: wanted, plan: answer.value };
}

export async function runExport(wanted: ExportRequest, overwrite: boolean): Promise<void> {
  asked += 1;
  const question = asked;
  exportStep.value = { kind: 'working', on: 'export', progress: undefined };
  const answer = await request('export.run', wanted, overwrite);
  if (question !== asked) return;
  // Something came up since the plan: the next plan names it, line by line or file by file.
  if (!answer.ok && ['export-problems', 'would-overwrite'].includes(answer.failure.kind))
    await planExport(wanted.post);
  else if (!answer.ok) exportStep.value = { kind: 'failed', failure: answer.failure };
  else if (answer.value === undefined) exportStep.value = { kind: 'called-off' };
  else {
    exportStep.value = { kind: 'done', folder: wanted.folder, result: answer.value };
    await readExported();
  }
}

/** Stops looking or writing; files that are being put in place already are put in place whole. */
export async function callOffExport(): Promise<void> {
  const answer = await request('export.callOff');
  if (!answer.ok) exportStep.value = { kind: 'failed', failure: answer.failure };
}

/** Called once at the window's start. */
export function hearProgress(): void {
  listen('export.progress', (progress) => {
    const step = exportStep.value;
    if (step.kind === 'working') exportStep.value = { ...step, progress };
  });
}

/** Both sides of a file of the plan that is shown. */
export const readPlannedFile = (path: string): Promise<Result<FileSides>> => request('export.file', path);

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
