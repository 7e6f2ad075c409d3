import { history, historyField, isolateHistory, redo, undo } from '@codemirror/commands';
import type { EditorState, StateCommand } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { openPostState, serialiseUndo } from './post-state.ts';

const open = (text: string, undoData?: unknown): EditorState =>
  openPostState(
    text,
    { readOnly: false, ...(undoData === undefined ? {} : { undo: undoData }) },
    history({ minDepth: 20_000 }),
  );

function run(command: StateCommand, state: EditorState): EditorState {
  let result = state;
  command({ state, dispatch: (transaction) => (result = transaction.state) });
  return result;
}

const type = (state: EditorState, at: number, insert: string): EditorState =>
  state.update({ changes: { from: at, insert }, userEvent: 'input.type' }).state;

/** As it would be read back from a file. */
const kept = (state: EditorState): unknown => JSON.parse(serialiseUndo(state));

describe('undo that outlives the window', () => {
  it('goes on where it was, both ways', () => {
    const edited = run(undo, type(type(open('text'), 4, ' two'), 0, 'one '));
    const again = open(edited.doc.toString(), kept(edited));
    expect(again.doc.toString()).toBe('text two');
    expect(run(undo, again).doc.toString()).toBe('text');
    expect(run(redo, again).doc.toString()).toBe('one text two');
  });

  it('keeps the newest steps of a history that is too long to keep', () => {
    const pasted = type(open('text'), 4, 'x'.repeat(100));
    const cut = pasted.update({ changes: { from: 0, to: 104, insert: 'y'.repeat(9_000_000) } }).state;
    const gone = cut.update({
      changes: { from: 0, to: 9_000_000 },
      annotations: isolateHistory.of('full'),
    }).state;
    const typed = type(gone, 0, 'new');
    const again = open('new', kept(typed));
    const before = run(undo, again);
    expect(before.doc.toString()).toBe('');
    expect(run(undo, before).doc.toString()).toBe('');
  });

  it('is left out for another text', () => {
    const edited = type(open('text'), 4, ' two');
    expect(run(undo, open('text', kept(edited))).doc.toString()).toBe('text');
    expect(run(undo, open('a longer text', kept(edited))).doc.toString()).toBe('a longer text');
  });

  it('is left out when its data is damaged', () => {
    const edited = type(open('text'), 4, ' two');
    const good = kept(edited) as { length: number; history: { done: unknown[] } };
    const damaged: unknown[] = [
      null,
      'x',
      {},
      { length: 8 },
      { length: 8, history: {} },
      { length: 8, history: { done: [{ changes: [3], selectionsAfter: [] }], undone: [] } },
      { length: 8, history: { done: [{ changes: 'no' }], undone: [] } },
      {
        ...good,
        history: { ...good.history, undone: good.history.done.slice(0, 1).map(() => ({ changes: [1] })) },
      },
    ];
    for (const data of damaged) {
      const state = open('text two', data);
      expect(state.doc.toString()).toBe('text two');
      expect(run(undo, state).doc.toString()).toBe('text two');
    }
  });

  it('keeps thousands of steps', () => {
    let state = open('');
    for (let step = 0; step < 500; step += 1) state = type(state, 0, `${String(step)} `).update({}).state;
    const { done } = state.field(historyField) as { done: readonly unknown[] };
    expect(done.length).toBeGreaterThan(0);
    for (let step = 0; step < 500; step += 1) state = run(undo, state);
    expect(state.doc.toString()).toBe('');
  });
});

describe('opening', () => {
  it('clips the selection to the text', () => {
    const state = openPostState('text', { readOnly: false, selection: { anchor: 2, head: 99 } }, []);
    expect(state.selection.main).toMatchObject({ anchor: 2, head: 4 });
  });

  it('refuses every change of a read-only post', () => {
    const state = openPostState('text', { readOnly: true }, []);
    expect(state.update({ changes: { from: 0, insert: 'x' } }).state.doc.toString()).toBe('text');
  });
});

/** As the first Fude kept it; it never changes. */
const oldUndo =
  '{"length":13,"history":{"done":[{"selectionsAfter":[{"ranges":[{"anchor":0,"head":0}],"main":0}]},{"changes":[3,[4]],"startSelection":{"ranges":[{"anchor":0,"head":0}],"main":0},"selectionsAfter":[]},{"changes":[7,[6]],"startSelection":{"ranges":[{"anchor":7,"head":7}],"main":0},"selectionsAfter":[]}],"undone":[]}}';

it('opens the undo that the first Fude kept', () => {
  const state = open('one two three', JSON.parse(oldUndo));
  const once = run(undo, state);
  expect([once, run(undo, once)].map(({ doc }) => doc.toString())).toEqual(['one two', 'one']);
});

describe('where writing begins', () => {
  it.each([
    ['words', '|words'],
    ['---\ntitle: a\n---\n\nwords', '---\ntitle: a\n---\n\n|words'],
    ['+++\n+++\nwords', '+++\n+++\n|words'],
    ['---\ntitle: a\n---\n', '---\ntitle: a\n---\n|'],
    ['---\nnever closed\n', '|---\nnever closed\n'],
  ])('a post is opened below its header: %j', (text, shown) => {
    const { anchor } = open(text).selection.main;
    expect(`${text.slice(0, anchor)}|${text.slice(anchor)}`).toBe(shown);
  });
});
