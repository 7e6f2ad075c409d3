import type { BlogProblem } from '../../core/contract/export.ts';
import { currentPost } from '../state/current-post.ts';
import { closeDialog, dialog } from '../state/dialogs.ts';
import { afterDialog, focusField } from './focus.ts';
import { openPost } from './open-post.ts';
import { editor } from './surfaces.ts';

/** Whether a problem of an export has a place in its post, or a name of the post, that the author can be led to. */
export const isReachable = ({ post, line, kind }: BlogProblem): boolean =>
  post !== undefined && (line !== undefined || kind === 'zenn-name' || kind === 'no-title');

/** Leaves the export for where its problem is mended; opens the problem's post if it is another one. */
export async function showExportProblem({ post, line, kind }: BlogProblem): Promise<void> {
  if (post === undefined) return;
  closeDialog();
  if (currentPost.value?.id.value !== post && !(await openPost(post))) return;
  if (kind === 'zenn-name') dialog.value = 'rename';
  else afterDialog(() => (line === undefined ? focusField('title') : editor()?.revealLine(line)));
}
