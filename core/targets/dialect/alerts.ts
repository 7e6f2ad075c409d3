import type { TextEdit, TextSource } from '../../contract/text.ts';
import type { DialectRule } from './rule.ts';

/** `> [!WARNING]` as the box that it is, for places that write boxes. Those in lists and other quotes stay. */
export const alertsAsBoxes: DialectRule = ({ source, leaves }) =>
  leaves.flatMap(({ tokens, mapLine }) =>
    tokens.flatMap(({ type, level, map, info }) =>
      type === 'alert_open' && level === 0 && map !== null
        ? [asBox(source, info, mapLine + map[0], mapLine + map[1])]
        : [],
    ),
  );

/** The lines from `fromLine` to before `toLine`, 1-based. */
function asBox(source: TextSource, kind: string, fromLine: number, toLine: number): TextEdit {
  const lines: string[] = [];
  for (let line = fromLine + 1; line < toLine; line += 1)
    lines.push(source.line(line).text.replace(/^ {0,3}>[ \t]?/, ''));
  const runs = lines.map((line) => /^\s*(:*)/.exec(line)?.[1]?.length ?? 0);
  const marker = ':'.repeat(runs.reduce((most, run) => Math.max(most, run + 1), 3));
  return {
    from: source.line(fromLine).from,
    to: source.line(toLine - 1).to,
    insert: [marker + kind, ...lines, marker].join('\n'),
  };
}
