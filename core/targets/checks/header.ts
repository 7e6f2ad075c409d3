import { openingFence } from '../../contract/front-matter-range.ts';
import { isCalendarDate } from '../../post/dates.ts';
import type { PostToExport } from '../target.ts';
import type { Finding } from './finding.ts';
import { keyLine } from './text-runs.ts';

/** What tells a header's first line from text below a rule. */
const keys = { yaml: /^[\w-]+:(?:[ \t]|$)/, toml: /^[\w-]+[ \t]*=/ } as const;

/** A header that is not closed: all of it is text, and an export shows it. */
export function openHeader({ frontMatter, source }: PostToExport): readonly Finding[] {
  const kind = openingFence(source);
  if (frontMatter.kind !== 'none' || kind === undefined || source.lines < 2) return [];
  if (!keys[kind].test(source.line(2).text)) return [];
  const { from, to, text } = source.line(1);
  return [
    {
      severity: 'warning',
      kind: 'front-matter-open',
      line: 1,
      subject: text.trimEnd(),
      place: { from, to },
      fix: [],
    },
  ];
}

/** A date that is none: the one in the post's name stands in for it, or none does. */
export function badDate(post: PostToExport): readonly Finding[] {
  const date = post.fields.date?.trim() ?? '';
  if (date === '' || isCalendarDate(date)) return [];
  const number = keyLine(post, 'date');
  const line = number === undefined ? undefined : post.source.line(number);
  const place = line && { from: line.from, to: line.from + line.text.trimEnd().length };
  return [{ severity: 'warning', kind: 'date-bad', line: number, subject: date, place, fix: [] }];
}
