import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import {
  fixEdits,
  marksAt,
  nextMark,
  problemMarks,
  sameMarks,
  setProblems,
  type ProblemMark,
} from './marks.ts';

const mark = (from: number, to: number, insert?: string): ProblemMark => ({
  from,
  to,
  kind: 'warning',
  text: `${String(from)}-${String(to)}`,
  fix: insert === undefined ? undefined : { label: 'mend', edits: [{ from, to, insert }] },
});

const marked = (doc: string, marks: readonly ProblemMark[]): EditorState =>
  EditorState.create({ doc, extensions: problemMarks }).update({ effects: setProblems.of(marks) }).state;

const places = (state: EditorState): readonly (readonly [number, number])[] => {
  const found: [number, number][] = [];
  state.field(problemMarks).between(0, state.doc.length, (from, to) => void found.push([from, to]));
  return found;
};

test('marks follow the text; one whose own words are edited goes', () => {
  const state = marked('abc def ghi', [mark(0, 3), mark(4, 7), mark(8, 11)]);
  const after = state.update({ changes: { from: 5, to: 6, insert: 'xx' } }).state;
  expect(places(after)).toEqual([
    [0, 3],
    [9, 12],
  ]);
});

test('a mark without width, or beyond the end, is still to be seen', () => {
  expect(places(marked('ab', [mark(1, 1), mark(2, 2), mark(9, 12)]))).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
  expect(places(marked('', [mark(0, 0)]))).toEqual([]);
});

test('the next one, round the end', () => {
  const state = marked('abc def ghi', [mark(0, 3), mark(8, 11)]);
  const from = (at: number, direction: 1 | -1): number | undefined => nextMark(state, at, direction)?.from;
  expect([from(0, 1), from(3, 1), from(8, 1), from(11, 1)]).toEqual([8, 8, 0, 0]);
  expect([from(0, -1), from(3, -1), from(8, -1), from(11, -1)]).toEqual([8, 0, 0, 8]);
  expect(nextMark(marked('abc', []), 0, 1)).toBeUndefined();
});

test('a fix goes where its text has gone', () => {
  const state = marked('abc def', [mark(4, 7, 'DEF')]);
  const after = state.update({ changes: { from: 0, insert: 'more ' } }).state;
  const [placed] = marksAt(after, 9);
  expect(placed === undefined ? [] : fixEdits(placed)).toEqual([{ from: 9, to: 12, insert: 'DEF' }]);
});

test('the same marks are known, another fix is not', () => {
  const state = marked('abc def', [mark(4, 7, 'DEF')]);
  expect(sameMarks(state, [mark(4, 7, 'DEF')])).toBe(true);
  expect(sameMarks(state, [mark(4, 7, 'Def')])).toBe(false);
  expect(sameMarks(state, [mark(4, 7)])).toBe(false);
  expect(sameMarks(state, [])).toBe(false);
});
