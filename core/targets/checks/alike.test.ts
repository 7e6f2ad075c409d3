import { describe, expect, test } from 'vitest';
import type { ExportProblem } from '../../contract/export.ts';
import { messagesFor } from '../../messages/messages.ts';
import { outputOf } from '../testing/export-of.ts';
import { alike } from './alike.ts';

const at = (line: number | undefined, subject = 'a'): ExportProblem => ({
  severity: 'warning',
  kind: 'todo-left',
  line,
  subject,
});

describe('problems that differ in their lines only', () => {
  test('are one, with each line once, where the first of them stands', () => {
    const problems = [at(3), at(1, 'b'), at(5), at(5), at(undefined, 'c')];
    expect(alike(problems).map(({ first, lines }) => [first.subject, lines])).toEqual([
      ['a', [3, 5]],
      ['b', [1]],
      ['c', []],
    ]);
  });

  test('stay apart by their post, their weight and their kind', () => {
    const others = [{ ...at(1), kind: 'link-dead' } as const, { ...at(1), severity: 'error' } as const];
    expect(alike([at(1), ...others])).toHaveLength(3);
    expect(alike([1, 2].map((post) => ({ ...at(1), post })))).toHaveLength(2);
  });

  test('of a post with thirty formulas are one sentence, those of its boxes another', async () => {
    const text = `---\ntitle: x\ndate: 2026-11-20\n---\n\n:::note\n$a$\n:::\n\n${'$x$ und $y$\n\n'.repeat(30)}`;
    const { problems } = await outputOf('hugo', text);
    const groups = alike(problems);
    expect(groups.map(({ first, lines }) => [first.kind, first.subject, lines.length])).toEqual([
      ['syntax-unknown', 'container', 1],
      ['syntax-unknown', 'math', 31],
    ]);
    const { exportProblem, exportLines } = messagesFor('en');
    expect(exportProblem['syntax-unknown']('math')).toContain('formulas');
    expect(groups.map(({ lines }) => exportLines(lines))).toEqual(['line 6', 'lines 7, 10, 12 and 28 more']);
    expect(messagesFor('ja').exportLines(groups[1]?.lines ?? [])).toBe('7・10・12行目など31か所');
  });
});
