import type { ExportProblem } from '../contract/export.ts';
import { openHeader } from '../post/open-header.ts';
import type { PostToExport } from './target.ts';

/** A header that is no YAML: its title and date are unknown. It stops whoever needs them. */
export function headerProblems(
  { frontMatter }: PostToExport,
  severity: ExportProblem['severity'],
): readonly ExportProblem[] {
  if (frontMatter.kind !== 'broken') return [];
  return [{ severity, kind: 'front-matter-broken', line: frontMatter.line, subject: frontMatter.reason }];
}

/** A post without a `title`; not of one whose header cannot be read, where that is what is to be mended. */
export function titleProblems(
  { frontMatter, source, id }: PostToExport,
  title: string | undefined,
): readonly ExportProblem[] {
  const unread =
    frontMatter.kind === 'broken' || (frontMatter.kind === 'none' && openHeader(source) !== undefined);
  if (title !== undefined || unread) return [];
  return [{ severity: 'warning', kind: 'no-title', line: undefined, subject: id }];
}
