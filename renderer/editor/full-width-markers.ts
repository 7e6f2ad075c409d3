import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { isolateHistory } from '@codemirror/commands';
import { inProse } from './commands/prose.ts';

/** A mark at a line's start that a full-width space follows. The space comes from the IME; Markdown does not know it. */
const marked = /^([ \t]*(?:[>＞][ \t]?)*)([-*+]|\d{1,9}[.)]|#{1,6}|＃{1,6}|[>＞])\u3000$/u;

/**
 * The edit that makes a list, heading or quote of a line whose mark was followed by a full-width space, just before
 * `at`. Undefined when there is nothing to do. Undo gives the full-width space back.
 */
export function asMarker(state: EditorState, at: number): TransactionSpec | undefined {
  if (state.readOnly || !inProse(state, at)) return undefined;
  const line = state.doc.lineAt(at);
  const match = marked.exec(line.text.slice(0, at - line.from));
  if (match === null) return undefined;
  const [, quotes = '', marker = ''] = match;
  const insert = `${quotes}${marker} `.replaceAll('＃', '#').replaceAll('＞', '>');
  return {
    changes: { from: line.from, to: at, insert },
    selection: { anchor: line.from + insert.length },
    annotations: isolateHistory.of('full'),
    userEvent: 'input.type',
    scrollIntoView: true,
  };
}

/** After a composition: most IMEs commit the full-width space as one of its own. */
export function fullWidthCommitted(view: EditorView, text: string): boolean {
  const { main } = view.state.selection;
  const edit = text === '\u3000' && main.empty ? asMarker(view.state, main.head) : undefined;
  if (edit === undefined) return false;
  view.dispatch(edit);
  return true;
}

/** An input handler: others send it as a typed letter. It is written first, so that undo has something to go back to. */
export function fullWidthTyped(view: EditorView, from: number, to: number, text: string): boolean {
  if (view.compositionStarted || text !== '\u3000' || view.state.readOnly) return false;
  const typed = view.state.update({
    changes: { from, to, insert: text },
    selection: { anchor: from + text.length },
    userEvent: 'input.type',
  });
  const edit = asMarker(typed.state, from + text.length);
  if (edit === undefined) return false;
  view.dispatch(typed);
  view.dispatch(edit);
  return true;
}
