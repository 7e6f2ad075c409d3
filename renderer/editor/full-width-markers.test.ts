import { undo } from '@codemirror/commands';
import { describe, expect, it } from 'vitest';
import { asMarker } from './full-width-markers.ts';
import { specOf, stateOf } from './testing/cursor.ts';

/** What becomes of a text when a full-width space has just been written at the caret. */
function afterSpace(spec: string): string {
  const state = stateOf(spec.replace('|', '\u3000|'));
  const edit = asMarker(state, state.selection.main.head);
  return specOf(edit === undefined ? state : state.update(edit).state);
}

describe('a full-width space behind a mark', () => {
  it.each([
    ['-|', '- |'],
    ['  *|', '  * |'],
    ['1.|', '1. |'],
    ['2)|', '2) |'],
    ['##|', '## |'],
    ['＃＃|', '## |'],
    ['>|', '> |'],
    ['＞|', '> |'],
    ['> -|', '> - |'],
    ['-|文', '- |文'],
  ])('%s', (before, after) => expect(afterSpace(before)).toBe(after));

  it.each(['|', 'a-|', '１．|', '・|', '#######|', '```\n-|\n```', '---\na: -|\n---\n'])(
    'stays in %j',
    (before) => expect(afterSpace(before)).toBe(before.replace('|', '\u3000|')),
  );

  it('comes back with undo', () => {
    let state = stateOf('-|');
    state = state.update(state.replaceSelection('\u3000'), { userEvent: 'input.type' }).state;
    state = state.update(asMarker(state, 2) ?? {}).state;
    expect(specOf(state)).toBe('- |');
    undo({ state, dispatch: (transaction) => (state = transaction.state) });
    expect(specOf(state)).toBe('-\u3000|');
  });
});
