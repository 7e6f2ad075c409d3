import type { PlacedToken } from '../../markdown/inline-places.ts';
import type { PostDate } from '../../post/dates.ts';
import type { PostToExport } from '../target.ts';
import { emptyAlts } from './alt.ts';
import { emptyDescription } from './description.ts';
import { diskImages } from './disk-images.ts';
import type { Finding } from './finding.ts';
import { badDate, openHeader } from './header.ts';
import { textRuns, titleRun } from './text-runs.ts';
import { leftoverNotes } from './todo.ts';
import { wrongWeekdays } from './weekday.ts';

/** Everything about a post that can be judged by its text alone, for every target; `tokens` are `tokensOf` the post. */
export const checkText = (post: PostToExport, tokens: readonly PlacedToken[]): readonly Finding[] => [
  ...checkHeader(post),
  ...checkTokens(tokens, post.date),
];

/** The part of it that is in the front matter. */
export function checkHeader(post: PostToExport): readonly Finding[] {
  const title = titleRun(post);
  return [
    ...openHeader(post),
    ...badDate(post),
    ...emptyDescription(post),
    ...leftoverNotes(title),
    ...wrongWeekdays(title, post.date),
  ];
}

/** The part of it that is in some blocks of the body; `posted` is the post's date. */
export function checkTokens(
  tokens: readonly PlacedToken[],
  posted: PostDate | undefined,
): readonly Finding[] {
  const runs = textRuns(tokens);
  return [
    ...emptyAlts(tokens),
    ...diskImages(tokens, runs),
    ...leftoverNotes(runs),
    ...wrongWeekdays(runs, posted),
  ];
}
