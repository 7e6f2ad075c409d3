import { closeBrackets } from '@codemirror/autocomplete';
import { undo } from '@codemirror/commands';
import { type EditorState, StateEffect } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { pairCommitted } from './pairs.ts';
import { specOf, stateOf } from './testing/cursor.ts';

/** An editor without a page, in which an IME commits texts one after another. */
function afterCommits(spec: string, ...texts: string[]): EditorState {
  let state = stateOf(spec).update({ effects: StateEffect.appendConfig.of(closeBrackets()) }).state;
  for (const text of texts) {
    state = state.update(state.replaceSelection(text), { userEvent: 'input.type.compose' }).state;
    pairCommitted(
      { state, dispatch: (...specs: unknown[]) => (state = state.update(...(specs as [])).state) },
      text,
    );
  }
  return state;
}

describe('brackets that an IME commits', () => {
  it.each([
    ['|', ['「'], '「|」'],
    ['|', ['『'], '『|』'],
    ['|', ['（'], '（|）'],
    ['|', ['【'], '【|】'],
    ['|', ['〈'], '〈|〉'],
    ['|', ['《'], '《|》'],
    ['|', ['「', '亜', '」'], '「亜」|'],
    ['|', ['「', '『', '亜', '』', '」'], '「『亜』」|'],
    ['|', ['「」'], '「|」'],
    ['|', ['「」', '亜', '」'], '「亜」|'],
    ['|文', ['「'], '「|文'],
    ['|文', ['「」'], '「|」文'],
    ['文|。', ['（'], '文（|）。'],
    ['「文|」', ['」'], '「文」|」'],
    ['|', ['「今日'], '「今日|'],
    ['|', ['今日'], '今日|'],
    ['|', ['('], '(|)'],
  ])('%s + %j', (spec, texts, expected) => expect(specOf(afterCommits(spec, ...texts))).toBe(expected));

  it('leave with one undo', () => {
    let state = afterCommits('|', '「');
    undo({ state, dispatch: (transaction) => (state = transaction.state) });
    expect(state.doc.toString()).toBe('');
  });
});
