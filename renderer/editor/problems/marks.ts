import { RangeSet, StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { TextEdit } from '../../../core/contract/text.ts';

/** Something about a part of the text that its author should know. Offsets are those of the text when it is set. */
export interface ProblemMark {
  readonly from: number;
  readonly to: number;
  readonly kind: 'error' | 'warning' | 'hint';
  readonly text: string;
  /** What puts it right, ascending, and how that is called; undefined when only the author can. */
  readonly fix: { readonly label: string; readonly edits: readonly TextEdit[] } | undefined;
}

/** A mark where it is now. */
export interface PlacedMark {
  readonly mark: ProblemMark;
  readonly from: number;
  readonly to: number;
}

export const setProblems = StateEffect.define<readonly ProblemMark[]>();

function decorations(marks: readonly ProblemMark[], length: number): DecorationSet {
  const ranges = marks.flatMap((mark) => {
    const from = Math.min(mark.from, Math.max(0, length - 1));
    const to = Math.min(length, Math.max(mark.to, from + 1));
    return to <= from
      ? []
      : [Decoration.mark({ class: `cm-problem cm-problem-${mark.kind}`, mark }).range(from, to)];
  });
  return Decoration.set(ranges, true);
}

/** The marks follow the text; one whose own words are edited goes until they are looked at again. */
export const problemMarks = StateField.define<DecorationSet>({
  create: () => RangeSet.empty,
  update(marks, { changes, docChanged, effects, state }) {
    let kept = marks;
    if (docChanged && marks.size > 0) {
      changes.iterChangedRanges((fromA, toA) => {
        kept = kept.update({
          filterFrom: fromA,
          filterTo: toA,
          filter: (from, to) => toA <= from || fromA >= to,
        });
      });
      kept = kept.map(changes);
    }
    for (const effect of effects)
      if (effect.is(setProblems)) kept = decorations(effect.value, state.doc.length);
    return kept;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Whether just these are shown: then nothing has to be drawn. */
export function sameMarks(state: EditorState, marks: readonly ProblemMark[]): boolean {
  const cursor = state.field(problemMarks).iter();
  const wanted = decorations(marks, state.doc.length).iter();
  for (; cursor.value !== null && wanted.value !== null; cursor.next(), wanted.next()) {
    const [is, shall] = [markOf(cursor.value), markOf(wanted.value)];
    if (cursor.from !== wanted.from || cursor.to !== wanted.to) return false;
    if (is.kind !== shall.kind || is.text !== shall.text) return false;
    if (insertsOf(is) !== insertsOf(shall)) return false;
  }
  return cursor.value === null && wanted.value === null;
}

/** What a fix writes, wherever. */
const insertsOf = ({ fix }: ProblemMark): string | undefined =>
  fix === undefined ? undefined : JSON.stringify(fix.edits.map(({ insert }) => insert));

/** The marks that a place lies in or at the edge of. */
export function marksAt(state: EditorState, at: number): readonly PlacedMark[] {
  const found: PlacedMark[] = [];
  state.field(problemMarks).between(at, at, (from, to, value) => {
    found.push({ mark: markOf(value), from, to });
  });
  return found;
}

/** The nearest mark behind a place or, with -1, before it; beyond the last one the first comes again. */
export function nextMark(state: EditorState, at: number, direction: 1 | -1): PlacedMark | undefined {
  const marks = state.field(problemMarks);
  let found: PlacedMark | undefined;
  const first = marks.iter();
  if (direction > 0) {
    const after = marks.iter(at + 1);
    while (after.value !== null && after.from <= at) after.next();
    const cursor = after.value === null ? first : after;
    return cursor.value === null
      ? undefined
      : { mark: markOf(cursor.value), from: cursor.from, to: cursor.to };
  }
  let last: PlacedMark | undefined;
  for (; first.value !== null; first.next()) {
    last = { mark: markOf(first.value), from: first.from, to: first.to };
    if (first.from < at) found = last;
  }
  return found ?? last;
}

/** Every decoration of the field is made from a mark. */
const markOf = ({ spec }: Decoration): ProblemMark => (spec as { readonly mark: ProblemMark }).mark;

/** The edits of a mark's fix where its text is now; none when that is not as it was. */
export function fixEdits({ mark, from, to }: PlacedMark): readonly TextEdit[] {
  const shift = from - mark.from;
  if (mark.fix === undefined || to - from < mark.to - mark.from) return [];
  return mark.fix.edits.map((edit) => ({ ...edit, from: edit.from + shift, to: edit.to + shift }));
}
