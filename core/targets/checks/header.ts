import type { TextEdit, TextSource } from '../../contract/text.ts';
import { isCalendarDate } from '../../post/dates.ts';
import { readFrontMatter } from '../../post/front-matter.ts';
import { openHeader as openFence } from '../../post/open-header.ts';
import { textSource } from '../../post/text-source.ts';
import type { PostToExport } from '../target.ts';
import type { Finding } from './finding.ts';
import { keyLine } from './text-runs.ts';

/** A header that is not closed: all of it is text, and an export shows it. */
export function openHeader({ frontMatter, source }: PostToExport): readonly Finding[] {
  const fence = frontMatter.kind === 'none' ? openFence(source) : undefined;
  if (fence === undefined) return [];
  const { from, to } = source.line(1);
  return [
    {
      severity: 'warning',
      kind: 'front-matter-open',
      line: 1,
      subject: fence,
      place: { from, to },
      fix: closing(source, fence),
    },
  ];
}

/** A line that can stand in a header: a key, what belongs to the key above, or a comment. */
const headerLine = /^(?:[\w-]+[ \t]*[:=]|[ \t]+\S|-[ \t]|#)/;
/** Lines in which the header's end is looked for. */
const mostLines = 200;

/** The end of the header where a blank line tells it, if what it closes can be read. */
function closing(source: TextSource, fence: string): readonly TextEdit[] {
  let last = 1;
  while (last < Math.min(source.lines, mostLines) && headerLine.test(source.line(last + 1).text)) last += 1;
  const isClear = last === source.lines || source.line(last + 1).text.trim() === '';
  const end = source.line(last).to;
  const insert = `\n${fence}`;
  const closed = readFrontMatter(textSource(source.sliceString(0, end) + insert));
  return isClear && (closed.kind === 'yaml' || closed.kind === 'toml')
    ? [{ from: end, to: end, insert }]
    : [];
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
