import type { ExportProblem } from '../contract/export.ts';
import type { PostToExport } from './target.ts';

/** A header that is no YAML: its title and date are unknown. It stops whoever needs them. */
export function headerProblems(
  { frontMatter }: PostToExport,
  severity: ExportProblem['severity'],
): readonly ExportProblem[] {
  if (frontMatter.kind !== 'broken') return [];
  return [{ severity, kind: 'front-matter-broken', line: frontMatter.line, subject: frontMatter.reason }];
}
