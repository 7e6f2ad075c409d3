import type { ExportProblem } from '../../contract/export.ts';

/** Problems that differ in their lines only. */
export interface Alike<T> {
  readonly first: T;
  /** 1-based, each once; none where there is no line. */
  readonly lines: readonly number[];
}

/** Says once what would be said of each line anew; in the order of the first ones. */
export function alike<T extends ExportProblem>(problems: readonly T[]): readonly Alike<T>[] {
  const groups = new Map<string, { first: T; lines: Set<number> }>();
  for (const problem of problems) {
    const { severity, kind, subject, line } = problem;
    const post = 'post' in problem ? problem.post : undefined;
    const key = JSON.stringify([severity, kind, subject, post]);
    const group = groups.get(key) ?? { first: problem, lines: new Set() };
    groups.set(key, group);
    if (line !== undefined) group.lines.add(line);
  }
  return [...groups.values()].map(({ first, lines }) => ({ first, lines: [...lines] }));
}
