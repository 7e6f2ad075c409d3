import type { ExportProblem, TargetName } from '../../core/contract/export.ts';
import type { TextSource } from '../../core/contract/text.ts';
import { calendarDay, parseDate } from '../../core/post/dates.ts';
import { fieldsOf, readFrontMatter } from '../../core/post/front-matter.ts';
import { otherKeys } from '../../core/post/other-keys.ts';
import type { PostDate } from '../../core/post/dates.ts';
import { isToCome } from '../../core/post/time-zone.ts';
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

/**
 * Whether Jekyll leaves out a post that it already has: a draft, or one of a day to come, unless that is over when this
 * post's own day comes. `day` is the one in its file's name.
 */
export function isLeftOut(
  { now }: Pick<ExportJob, 'now'>,
  post: PostToExport,
  there: TextSource,
  day: PostDate | undefined,
): boolean {
  if (otherKeys(there).some(({ name, value }) => name === 'published' && value === 'false')) return true;
  const date = parseDate(fieldsOf(readFrontMatter(there)).date ?? '') ?? day;
  const zone = post.blog.timeZone;
  if (date === undefined || !isToCome(date, now, zone)) return false;
  const later = post.date !== undefined && isToCome(post.date, now, zone);
  return !later || calendarDay(date) > calendarDay(post.date);
}

/** Whether an image of this size in bytes is more than the target takes. */
export const isTooLarge = (target: TargetName, size: number): boolean =>
  size > (largestImages[target] ?? Number.POSITIVE_INFINITY);
