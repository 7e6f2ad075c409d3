import type { ExportProblem, Syntax } from '../../contract/export.ts';
import type { Reading } from '../dialect/rule.ts';

const ofToken: Readonly<Record<string, Syntax>> = {
  math_block: 'math',
  math_inline: 'math',
  math_display: 'math',
  container_open: 'container',
  dl_open: 'definition list',
  abbreviation: 'abbreviation',
  table_of_contents: 'contents',
};

/** A warning for each place that an engine without a plug-in shows otherwise than the preview; one a line and syntax. */
export function unknownSyntax(
  { leaves, tokens }: Pick<Reading, 'leaves' | 'tokens'>,
  known: readonly Syntax[],
): readonly ExportProblem[] {
  const found = new Map<string, ExportProblem & { readonly line: number }>();
  const note = (syntax: Syntax | undefined, line: number): void => {
    if (syntax === undefined || known.includes(syntax)) return;
    found.set(`${syntax} ${String(line)}`, {
      severity: 'warning',
      kind: 'syntax-unknown',
      line,
      subject: syntax,
    });
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
  return [...found.values()].toSorted((a, b) => a.line - b.line);
}
