import type { ExportProblem, TargetName } from '../../core/contract/export.ts';
import { futureDate } from '../../core/targets/checks/future.ts';
import type { PostToExport } from '../../core/targets/target.ts';
import type { ExportJob } from './job.ts';

/** Engines that build a post of a day to come only when asked to. */
const waiting: ReadonlySet<TargetName> = new Set(['hugo', 'jekyll']);

/** Bytes of an image; Zenn refuses larger ones. */
const largestImages: Readonly<Partial<Record<TargetName, number>>> = { zenn: 3 * 1024 * 1024 };

/** A post that its engine would leave out for now. */
export function waitsForItsDay(
  { target, now }: Pick<ExportJob, 'target' | 'now'>,
  post: PostToExport,
): readonly ExportProblem[] {
  if (!waiting.has(target)) return [];
  return futureDate(post, now).map((problem) => ({ ...problem, kind: 'date-future-hidden' }));
}

/** Whether an image of this size in bytes is more than the target takes. */
export const isTooLarge = (target: TargetName, size: number): boolean =>
  size > (largestImages[target] ?? Number.POSITIVE_INFINITY);
