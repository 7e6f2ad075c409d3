import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { contentColumn, parseRow } from './list-row.ts';

const opening = /^(`{3,}|~{3,})[^`]*$/u;

/** The fence that closes the code block whose opening line ends at `at`, when nothing closes it yet. */
export function closingFence(
  state: EditorState,
  at: number,
): { readonly prefix: string; readonly fence: string } | undefined {
  const line = state.doc.lineAt(at);
  const row = parseRow(line.text, line.number, false);
  const fence = opening.exec(row.rest)?.[1];
  if (fence === undefined || at !== line.to) return undefined;
  const tree = syntaxTree(state);
  for (let node = tree.resolveInner(at, -1); ;) {
    if (node.name === 'FencedCode') {
      const known = node.to < tree.length || tree.length === state.doc.length;
      const isOpen = node.getChildren('CodeMark').length === 1 && node.from >= line.from;
      return known && isOpen ? { prefix: row.quote + ' '.repeat(contentColumn(row)), fence } : undefined;
    }
    if (node.parent === null) return undefined;
    node = node.parent;
  }
}
