import type { ExportProblem } from '../../contract/export.ts';
import type { PostToExport } from '../target.ts';
import { emptyAlts } from './alt.ts';
import { emptyDescription } from './description.ts';
import { textRuns } from './text-runs.ts';
import { leftoverNotes } from './todo.ts';
import { wrongWeekdays } from './weekday.ts';

/** Everything about a post that can be judged by its text alone, for every target. */
export function checkText(post: PostToExport): readonly ExportProblem[] {
  const runs = textRuns(post);
  return [
    ...emptyDescription(post),
    ...emptyAlts(post),
    ...leftoverNotes(runs),
    ...wrongWeekdays(runs, post.date),
  ];
}
