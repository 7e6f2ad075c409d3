import type { ExportProblem } from '../../contract/export.ts';
import type { Reading } from '../dialect/rule.ts';

/** What Fude reads beyond GitHub's Markdown, and an engine may not. */
export type Syntax =
  | 'math'
  | 'container'
  | 'alert'
  | 'alert in another block'
  | 'definition list'
  | 'abbreviation'
  | 'contents'
  | 'diagram';

const ofToken: Readonly<Record<string, Syntax>> = {
  math_block: 'math',
  math_inline: 'math',
  math_display: 'math',
  container_open: 'container',
  dl_open: 'definition list',
  abbreviation: 'abbreviation',
  table_of_contents: 'contents',
};

/** A warning for each place that an engine without a plug-in shows otherwise than the preview; one a line. */
export function unknownSyntax(
  { source, leaves, tokens }: Reading,
  known: readonly Syntax[],
): readonly ExportProblem[] {
  const lines = new Set<number>();
  const note = (syntax: Syntax | undefined, line: number): void => {
    if (syntax !== undefined && !known.includes(syntax)) lines.add(line);
  };
  for (const { tokens: blocks, mapLine, line } of leaves) {
    for (const { type, map, content, level } of blocks) {
      const at = map === null ? line : mapLine + map[0];
      note(ofToken[type], at);
      if (type === 'inline' && /^\[\[_?toc_?\]\]$|^\[toc\]$/i.test(content.trim())) note('contents', at);
      if (type === 'alert_open') note(level === 0 ? 'alert' : 'alert in another block', at);
    }
  }
  for (const { token, lineOf } of tokens) note(ofToken[token.type], lineOf(0));
  return [...lines]
    .toSorted((a, b) => a - b)
    .map((line) => ({
      severity: 'warning',
      kind: 'syntax-unknown',
      line,
      subject: begun(source.line(line).text.trim()),
    }));
}

/** A line by its beginning. */
const begun = (line: string): string => (line.length > 40 ? `${line.slice(0, 39).trimEnd()}…` : line);
