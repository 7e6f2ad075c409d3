import { EditorState, type TransactionSpec } from '@codemirror/state';
import { expect, test } from 'vitest';
import type { Turnover } from './callbacks.ts';
import { Deletions } from './deletions.ts';

const sentence = 'A sentence that is longer than a few words.';

/** Makes edits on a text and answers what was told of: lost pieces with `-`, gained ones with `+`. */
function told(
  doc: string,
  ...edits: readonly (TransactionSpec & { readonly composing?: boolean })[]
): readonly string[] {
  const heard: Turnover[] = [];
  const deletions = new Deletions((turnover) => heard.push(turnover));
  let state = EditorState.create({ doc });
  for (const { composing = false, ...spec } of edits) {
    const transaction = state.update(spec);
    deletions.take(transaction.changes, state.doc, composing);
    state = transaction.state;
  }
  deletions.composed();
  deletions.end();
  return heard.flatMap(({ lost, gained }) => [
    ...lost.map((text) => `-${text.sliceString(0)}`),
    ...gained.map((text) => `+${text.sliceString(0)}`),
  ]);
}

const cut = (from: number, to: number) => ({ changes: { from, to } });
const type = (from: number, insert: string, to = from) => ({ changes: { from, to, insert } });

test('a long deletion is told, a short one is not', () => {
  expect(told(`${sentence} More.`, cut(0, sentence.length))).toEqual([`-${sentence}`]);
  expect(told(sentence, cut(0, 20))).toEqual([]);
});

test('backspaces, deletes and words one by one are one deletion', () => {
  const backspaces = Array.from({ length: 30 }, (_each, at) => cut(39 - at, 40 - at));
  expect(told(sentence, ...backspaces)).toEqual([`-${sentence.slice(10, 40)}`]);
  const deletes = Array.from({ length: 30 }, () => cut(5, 6));
  expect(told(sentence, ...deletes)).toEqual([`-${sentence.slice(5, 35)}`]);
  expect(told(sentence, cut(20, 30), cut(10, 20), cut(10, 15))).toEqual([`-${sentence.slice(10, 35)}`]);
});

test('what is typed between ends a run; corrections are none', () => {
  const corrected = Array.from({ length: 40 }, (_each, at) => [cut(at, at + 1), type(at, 'x')]).flat();
  expect(told(sentence, ...corrected)).toEqual([]);
  expect(told(sentence, cut(0, 21), type(0, 'x'), cut(2, 5))).toEqual([`-${sentence.slice(0, 21)}`]);
});

test('typing over a selection loses it; a longer text in its place loses only what is not in it', () => {
  expect(told(sentence, type(0, 'x', sentence.length))).toEqual([`-${sentence}`]);
  expect(told(sentence, type(0, `${sentence}x`, sentence.length))).toEqual([`+${sentence}x`]);
});

test('all that one command takes is told together', () => {
  const text = 'one two three four five six seven';
  expect(told(text, { changes: [type(0, '1', 13).changes, type(19, '2', 33).changes] })).toEqual([
    '-one two three',
    '-five six seven',
  ]);
});

test('a moved line is lost and gained in one', () => {
  const text = `${sentence}\nshort\n`;
  expect(told(text, { changes: [cut(0, 44).changes, type(50, `${sentence}\n`).changes] })).toEqual([
    `-${sentence}\n`,
    `+${sentence}\n`,
  ]);
});

test('a composition counts as its result: what it converts is not lost, what it was typed over is', () => {
  const reading = 'きょうはとてもいいてんきですねえとひとはいう';
  const composing = (spec: TransactionSpec) => ({ ...spec, composing: true });
  const typed = [...reading].map((sign, at) => composing(type(at, sign)));
  expect(told('', ...typed, composing(type(0, '今日は', reading.length)))).toEqual([]);
  expect(told(sentence, composing(type(0, 'k', sentence.length)), composing(type(0, 'か', 1)))).toEqual([
    `-${sentence}`,
  ]);
});
