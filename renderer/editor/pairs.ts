import { insertBracket } from '@codemirror/autocomplete';
import type { CloseBracketConfig } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';

const open = ['(', '[', '{', '「', '『', '（', '【', '〈', '《', '［', '｛', '〔', '“'];
const close = [')', ']', '}', '」', '』', '）', '】', '〉', '》', '］', '｝', '〕', '”'];

/** Brackets that are closed as they are opened, before white space and before these signs. No quotes: prose has apostrophes. */
export const pairsOfMarkdown: CloseBracketConfig = {
  brackets: open,
  before: `${close.join('')}:;>、。，．！？!?,.・…*_~`,
};

/** Signs that wrap a selection when they are typed over it, as brackets do. */
const wrapping = new Set(['*', '_', '`', '~', '"', "'"]);

/** An input handler: Markdown's marks typed over a selection within one line go round it. */
export function wrapSelection(view: EditorView, from: number, to: number, text: string): boolean {
  const { state } = view;
  const { main } = state.selection;
  if (view.compositionStarted || state.readOnly || !wrapping.has(text)) return false;
  if (main.empty || from !== main.from || to !== main.to || state.doc.lineAt(from).to < to) return false;
  view.dispatch({
    changes: [
      { from, insert: text },
      { from: to, insert: text },
    ],
    selection: { anchor: main.anchor + 1, head: main.head + 1 },
    userEvent: 'input.type',
    scrollIntoView: true,
  });
  return true;
}

/**
 * Gives a bracket that an IME committed alone its pair, or moves over the pair that is there already; between
 * the two of `「」` goes the caret. Typed brackets get the same from CodeMirror, which sees no committed ones.
 */
export function pairCommitted(view: Pick<EditorView, 'state' | 'dispatch'>, text: string): boolean {
  const isPair = open.some((sign, index) => text === sign + (close[index] ?? ''));
  if (!isPair && !open.includes(text) && !close.includes(text)) return false;
  const { state } = view;
  const { head, empty } = state.selection.main;
  if (state.readOnly || !empty || state.selection.ranges.length > 1) return false;
  if (state.sliceDoc(head - text.length, head) !== text) return false;
  // As if the bracket were typed now: without what was committed, and then with what typing it would do.
  const without = state.update({ changes: { from: head - text.length, to: head } });
  const typed = insertBracket(without.state, text.charAt(0));
  if (typed !== null) {
    view.dispatch({
      changes: without.changes.compose(typed.changes),
      selection: typed.newSelection,
      effects: typed.effects,
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  }
  if (isPair) view.dispatch({ selection: { anchor: head - 1 }, scrollIntoView: true });
  return isPair;
}
