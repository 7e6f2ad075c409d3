import { history, undo } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outsideEdit } from './outside.ts';
import { editsOf } from './reports.ts';

const open = (doc: string, anchor = 0): EditorState =>
  EditorState.create({ doc, selection: { anchor }, extensions: history() });

function undone(state: EditorState): string {
  let result = state;
  undo({ state, dispatch: (transaction) => (result = transaction.state) });
  return result.doc.toString();
}

describe('a text changed by another program', () => {
  it('changes only what differs, and keeps the caret', () => {
    const from = open('one\ntwo\nthree', 5);
    const update = from.update(outsideEdit(from, 'zero\none\ntwo\nTHREE', false));
    expect(update.newDoc.toString()).toBe('zero\none\ntwo\nTHREE');
    expect(editsOf(update.changes)).toEqual([
      { from: 0, to: 0, insert: 'zero\n' },
      { from: 8, to: 13, insert: 'THREE' },
    ]);
    expect(update.newSelection.main.head).toBe(10);
  });

  it('is not undone with the author’s edits', () => {
    const typed = open('text').update({
      changes: { from: 4, insert: ' mine' },
      userEvent: 'input.type',
    }).state;
    const changed = typed.update(outsideEdit(typed, 'their text mine', false)).state;
    expect(undone(changed)).toBe('their text');
  });

  it('is one step of its own when the author took it', () => {
    const typed = open('text').update({
      changes: { from: 4, insert: ' mine' },
      userEvent: 'input.type',
    }).state;
    const changed = typed.update(outsideEdit(typed, 'theirs', true)).state;
    expect(undone(changed)).toBe('text mine');
  });

  it('arrives whole, whatever it was', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '漢', '🙂', ' '), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const state = open(before);
        expect(state.update(outsideEdit(state, after, false)).newDoc.toString()).toBe(after);
      }),
    );
  });
});

it('two long texts without anything in common do not stop the window', () => {
  const lines = Array.from(
    { length: 60_000 },
    (_each, at) => `line ${String(at)} と ${String((at * 7919) % 10_007)}`,
  );
  const from = open(lines.join('\n'));
  const other = lines.toReversed().join('\n');
  expect(from.update(outsideEdit(from, other, true)).newDoc.toString()).toBe(other);
});
