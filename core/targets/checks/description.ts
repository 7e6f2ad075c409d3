import { setField } from '../../post/front-matter-edit.ts';
import { plainSummary } from '../../markdown/summary.ts';
import { textSource } from '../../post/text-source.ts';
import type { PostToExport } from '../target.ts';
import type { Finding } from './finding.ts';
import { keyLine } from './text-runs.ts';

/** Characters of the description that is made of the first paragraph. */
const longest = 120;
/** Characters in which the first paragraph is looked for. */
const beginning = 20_000;

/** A description that was begun and never written. A post without the key is content with its first paragraph. */
export function emptyDescription(post: PostToExport): readonly Finding[] {
  const number = keyLine(post, 'description');
  if (number === undefined || (post.fields.description ?? '').trim() !== '') return [];
  const line = post.source.line(number);
  const summary = plainSummary(textSource(post.source.sliceString(0, beginning)), longest);
  return [
    {
      severity: 'warning',
      kind: 'description-empty',
      line: number,
      subject: post.id,
      place: { from: line.from, to: line.from + line.text.trimEnd().length },
      fix: summary === '' ? [] : setField(post.source, 'description', summary),
    },
  ];
}
