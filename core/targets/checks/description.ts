import type { ExportProblem } from '../../contract/export.ts';
import type { PostToExport } from '../target.ts';
import { keyLine } from './text-runs.ts';

/** A description that was begun and never written. A post without the key is content with its first paragraph. */
export function emptyDescription(post: PostToExport): readonly ExportProblem[] {
  const line = keyLine(post, 'description');
  if (line === undefined || (post.fields.description ?? '').trim() !== '') return [];
  return [{ severity: 'warning', kind: 'description-empty', line, subject: post.id }];
}
