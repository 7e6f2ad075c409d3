import type { ExportProblem } from '../../contract/export.ts';
import type { PlacedToken } from '../../markdown/inline-places.ts';
import type { PostToExport } from '../target.ts';
import { emptyAlts } from './alt.ts';
import { emptyDescription } from './description.ts';
import { textRuns } from './text-runs.ts';
import { leftoverNotes } from './todo.ts';
import { wrongWeekdays } from './weekday.ts';

/** Everything about a post that can be judged by its text alone, for every target; `tokens` are `tokensOf` the post. */
export function checkText(post: PostToExport, tokens: readonly PlacedToken[]): readonly ExportProblem[] {
  const runs = textRuns(post, tokens);
  return [
    ...emptyDescription(post),
    ...emptyAlts(tokens),
    ...leftoverNotes(runs),
    ...wrongWeekdays(runs, post.date),
  ];
}
