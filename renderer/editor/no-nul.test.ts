import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { noNul } from './no-nul.ts';

const after = (insert: string): string =>
  EditorState.create({ doc: 'ab', extensions: noNul })
    .update({ changes: { from: 1, insert } })
    .state.doc.toString();

test('NUL characters of a paste are dropped, all else stays', () => {
  expect(after('\0')).toBe('ab');
  expect(after('x\0y\0\0z\n\0')).toBe('axyz\nb');
  expect(after('plain')).toBe('aplainb');
});

test('several edits at once are each looked through', () => {
  const state = EditorState.create({ doc: 'abc', extensions: noNul });
  const changes = [
    { from: 0, insert: '\0one' },
    { from: 2, to: 3, insert: 'two\0' },
  ];
  expect(state.update({ changes }).state.doc.toString()).toBe('oneabtwo');
});
