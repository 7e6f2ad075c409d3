import type { Finding } from '../../core/targets/checks/finding.ts';
import type { LensMark } from '../../core/targets/lens/lens.ts';
import type { ProblemMark } from '../editor/problems/marks.ts';
import { placeAfter, type Batches } from '../review/since.ts';
import { messages } from '../state/session.ts';
import { lensTarget } from '../state/lens.ts';

/** What was found, as the editor marks it: where it is after some edits, without what they touched. */
export const marksOf = (
  problems: readonly Finding[],
  hints: readonly LensMark[],
  since: Batches,
): readonly ProblemMark[] => [
  ...problems.flatMap((problem) => placed(problemMark(problem), since)),
  ...hints.flatMap((hint) => placed(hintMark(hint), since)),
];

function problemMark({ kind, severity, subject, place, fix }: Finding): ProblemMark | undefined {
  const words = messages.peek();
  const labels: Readonly<Record<string, string>> = words.problemFix;
  const text = words.exportProblem[kind](subject);
  const mend = fix.length === 0 ? undefined : { label: labels[kind] ?? words.fix, edits: fix };
  return place && { ...place, kind: severity, text, fix: mend };
}

function hintMark({ kind, place, fix }: LensMark): ProblemMark {
  const words = messages.peek();
  const target = lensTarget();
  const text = words.lensHints[kind](target === undefined ? '' : words.exportTargets[target]);
  return {
    ...place,
    kind: 'hint',
    text,
    fix: fix.length === 0 ? undefined : { label: words.lensFix, edits: fix },
  };
}

/** A mark where its text is after some edits; none when they touched it. */
function placed(mark: ProblemMark | undefined, since: Batches): ProblemMark[] {
  const place = mark && placeAfter(mark, since);
  if (mark === undefined || place === undefined) return [];
  const by = place.from - mark.from;
  const edits = mark.fix?.edits.map((edit) => ({ ...edit, from: edit.from + by, to: edit.to + by }));
  const fix = mark.fix && edits && { label: mark.fix.label, edits };
  return [{ ...mark, ...place, fix }];
}
