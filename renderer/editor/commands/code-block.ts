import {
  EditorSelection,
  type EditorState,
  type StateCommand,
  type TransactionSpec,
} from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { enclosing } from './enclosing.ts';
import { linesOf } from './list-edit.ts';
import { contentColumn, parseRow, quoteOf } from './list-row.ts';

/** Takes the fence's lines away, and with them their line breaks. */
function unfence(state: EditorState, node: SyntaxNode): TransactionSpec {
  const { doc } = state;
  const marks = node.getChildren('CodeMark');
  const lines = new Set(marks.map((mark) => doc.lineAt(mark.from).number));
  const changes = [...lines].map((number) => {
    const { from, to } = doc.line(number);
    return to < doc.length ? { from, to: to + 1 } : { from: Math.max(0, from - 1), to };
  });
  return { changes };
}

/** A fence that no line of the text closes. */
function fenceFor(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/gu), ([run]) => run.length));
  return '`'.repeat(longest + 1);
}

function fence(state: EditorState): TransactionSpec {
  const { main } = state.selection;
  const { first, last } = linesOf(state, main);
  const { from } = state.doc.line(first);
  const { to } = state.doc.line(last);
  const row = parseRow(state.doc.line(first).text, first, false);
  const marks = fenceFor(state.sliceDoc(from, to));
  // In an item, the block stands under its text.
  const inItem = row.marker !== undefined && first === last;
  const prefix = inItem
    ? row.quote + ' '.repeat(contentColumn(row))
    : quoteOf(row.text) + ' '.repeat(row.indent);
  const start = inItem ? to - row.rest.length : from + row.text.length - row.rest.length;
  const open = `${marks}\n${prefix}`;
  return {
    changes: [
      { from: start, insert: open },
      { from: to, insert: `\n${prefix}${marks}` },
    ],
    selection: EditorSelection.range(
      Math.max(start, main.anchor) + open.length,
      Math.max(start, Math.min(to, main.head)) + open.length,
    ),
  };
}

/** Makes a code block of the selected lines, or text of the code block that the caret is in. */
export const codeBlock: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const { from, to } = state.selection.main;
  const node = enclosing(state, from, to, 'FencedCode');
  const spec = node === undefined ? fence(state) : unfence(state, node);
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }));
  return true;
};
