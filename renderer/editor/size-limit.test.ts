import { history, redo, undo } from '@codemirror/commands';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { expect, test } from 'vitest';
import { noNul } from './no-nul.ts';
import { outsideEdit } from './outside.ts';
import { sizeLimit } from './size-limit.ts';

const stateOf = (doc: string): EditorState =>
  EditorState.create({
    doc,
    selection: { anchor: 1, head: 2 },
    extensions: [history(), sizeLimit({ onTooLarge: () => undefined }, 12), noNul],
  });

const insert = (text: string): TransactionSpec => ({
  changes: { from: 0, insert: text },
  selection: { anchor: 0 },
  userEvent: 'input.paste',
});

test('an edit up to the limit is made, one beyond it is refused whole', () => {
  const state = stateOf('abc');
  expect(state.update(insert('語語語')).state.doc.toString()).toBe('語語語abc');
  const refused = state.update(insert('語語語x'));
  expect(refused.docChanged).toBe(false);
  expect(refused.state.doc).toBe(state.doc);
  expect(refused.state.selection.eq(state.selection)).toBe(true);
  expect(refused.effects.map(({ value }) => value as unknown)).toEqual([{ size: 13 }]);
});

test('bytes count, not characters, and only those that stay', () => {
  const state = stateOf('ab');
  expect(state.update(insert('x'.repeat(10))).docChanged).toBe(true);
  expect(state.update(insert('x'.repeat(11))).docChanged).toBe(false);
  expect(state.update(insert('𠮷𠮷é')).docChanged).toBe(true);
  expect(state.update(insert('𠮷𠮷éx')).docChanged).toBe(false);
  expect(state.update(insert('\0'.repeat(20))).effects).toEqual([]);
});

test('several edits at once are one: all are made or none', () => {
  const state = stateOf('abcdefghij');
  const changes = (text: string) => [
    { from: 0, to: 2 },
    { from: 5, insert: text },
  ];
  expect(state.update({ changes: changes('1234') }).state.doc.toString()).toBe('cde1234fghij');
  expect(state.update({ changes: changes('12345') }).state.doc.toString()).toBe('abcdefghij');
});

test('what the disk holds is taken, and a post that is too large can be made smaller, not larger', () => {
  let state = stateOf('abc');
  state = state.update(outsideEdit(state, 'x'.repeat(20), false)).state;
  expect(state.doc.length).toBe(20);
  expect(state.update(insert('x')).docChanged).toBe(false);
  expect(state.update({ changes: { from: 0, to: 1 } }).docChanged).toBe(true);
});

test('undo and redo are never refused', () => {
  let state = stateOf('x'.repeat(20));
  const dispatch = (transaction: { readonly state: EditorState }): void => {
    state = transaction.state;
  };
  dispatch(state.update({ changes: { from: 0, to: 18 } }));
  undo({ state, dispatch });
  expect(state.doc.length).toBe(20);
  redo({ state, dispatch });
  expect(state.doc.length).toBe(2);
});
