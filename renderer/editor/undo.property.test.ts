import { history, redo, undo } from '@codemirror/commands';
import type { EditorState, StateCommand } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextEdit } from '../../core/contract/text.ts';
import { openPostState, serialiseUndo } from './post-state.ts';
import { editsOf } from './reports.ts';

/** A post as window and journal hold it: the state, and what is kept of it outside. */
interface Post {
  readonly sign: string;
  readonly seen: Set<string>;
  state: EditorState;
  kept: { readonly text: string; readonly undo: string | undefined; readonly edits: (readonly TextEdit[])[] };
}

const extensions = history({ minDepth: 20_000 });

function opened(sign: string): Post {
  const text = sign.repeat(5);
  const state = openPostState(text, { readOnly: false }, extensions);
  return { sign, state, seen: new Set([text]), kept: { text, undo: undefined, edits: [] } };
}

function dispatched(post: Post, act: (dispatch: Parameters<StateCommand>[0]['dispatch']) => void): void {
  act((transaction) => {
    if (transaction.docChanged) post.kept.edits.push(editsOf(transaction.changes));
    post.state = transaction.state;
  });
}

/** Typing rests: the undo history is kept with the text that it belongs to. */
function rested(post: Post): void {
  const undoData = serialiseUndo(post.state);
  post.kept = { text: post.state.doc.toString(), undo: undoData, edits: [] };
}

/** The window died: the state is made of what was kept, and nothing else. */
function reloaded(post: Post): void {
  const { text, undo: kept, edits } = post.kept;
  const undoData: unknown = kept === undefined ? undefined : JSON.parse(kept);
  post.state = openPostState(text, { readOnly: false, undo: undoData, edits }, extensions);
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(3),
    insert: fc.nat(3),
  }),
  fc.constantFrom(
    ...(['undo', 'redo', 'switch', 'rest', 'reload'] as const).map((kind) => ({
      kind,
      at: 0,
      remove: 0,
      insert: 0,
    })),
  ),
);

test('edits, undo, redo, switches and restarts in any order stay within the texts a post has had, each post its own', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const posts = [opened('a'), opened('い')];
      let shown = 0;
      for (const { kind, at, remove, insert } of steps) {
        const post = posts[shown];
        if (post === undefined) throw new Error('no post');
        const before = post.state.doc.toString();
        if (kind === 'switch') shown = 1 - shown;
        else if (kind === 'undo' || kind === 'redo')
          dispatched(post, (dispatch) => (kind === 'undo' ? undo : redo)({ state: post.state, dispatch }));
        else if (kind === 'rest') rested(post);
        else if (kind === 'reload') posts.forEach(reloaded);
        else {
          const from = Math.floor(at * before.length);
          const changes = {
            from,
            to: Math.min(before.length, from + remove),
            insert: post.sign.repeat(insert),
          };
          dispatched(post, (dispatch) => dispatch(post.state.update({ changes, userEvent: 'input.type' })));
        }
        const after = post.state.doc.toString();
        if (kind === 'edit') post.seen.add(after);
        if (kind === 'reload') expect(after).toBe(before);
        expect(post.seen).toContain(after);
        expect(after.replaceAll(post.sign, '')).toBe('');
      }
    }),
    { numRuns: 300 },
  );
});
