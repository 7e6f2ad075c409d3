import type { BlogProblem } from '../../core/contract/export.ts';
import { currentPost } from '../state/current-post.ts';
import { closeDialog, dialog } from '../state/dialogs.ts';
import { afterDialog, focusField, type FocusPlace } from './focus.ts';
import { openPost } from './open-post.ts';
import { editor } from './surfaces.ts';

/** What has no line in the post is mended in a field above it, or by another name. */
const places: Readonly<Partial<Record<BlogProblem['kind'], FocusPlace | 'rename'>>> = {
  'zenn-name': 'rename',
  'no-title': 'title',
  'no-date': 'date',
  'qiita-no-tags': 'tags',
};

/** Whether a problem of an export has a place in its post, or above it, that the author can be led to. */
export const isReachable = ({ post, line, kind }: BlogProblem): boolean =>
  post !== undefined && (line !== undefined || places[kind] !== undefined);

/** Leaves the export for where its problem is mended; opens the problem's post if it is another one. */
export async function showExportProblem({ post, line, kind }: BlogProblem): Promise<void> {
  if (post === undefined) return;
  closeDialog();
  if (currentPost.value?.id.value !== post && !(await openPost(post))) return;
  const place = places[kind];
  if (place === 'rename') dialog.value = 'rename';
  else if (line !== undefined) afterDialog(() => editor()?.revealLine(line));
  else if (place !== undefined) afterDialog(() => focusField(place));
}
